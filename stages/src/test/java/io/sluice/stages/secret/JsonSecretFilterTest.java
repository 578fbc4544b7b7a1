package io.sluice.stages.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.MalformedJsonException;
import io.sluice.json.tree.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSecretFilterTest {

  private static final List<String> SECRETS =
      List.of(
          "ann.lee+news@mail.example.co.uk",
          "sk-proj-" + "aB3_".repeat(6),
          "4111 1111 1111 1111",
          "4111111111111111",
          "-----BEGIN PRIVATE KEY-----\nMIIEvQ/+=\"qwertyuiop\n-----END PRIVATE KEY-----",
          "Marie Curie",
          "\u674e\u660e",
          "p/w\"\\\t\u00e9-9");

  private static final Secrets ALL =
      Secrets.usual()
          .names(List.of("Marie Curie", "\u674e\u660e"))
          .pattern(Pattern.compile(Pattern.quote("p/w\"\\\t\u00e9-") + "\\d"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{\"to\":\"a\\u0040b.io\"} | {\"to\":\"[email]\"}",
        "{\"to\":\"\\na@b.io\\n\\/\"} | {\"to\":\"\\n[email]\\n\\/\"}",
        "{\"k\":\"say \\\"sk-aaaaaaaaaaaaaaaaaa\\\".\"} | {\"k\":\"say \\\"[key]\\\".\"}",
        "{\"\\u0061@b.io\":[1]} | {\"[email]\":[1]}",
        "{\"card\": 4111111111111111 , \"n\": -0.5e+3} | {\"card\": \"[card]\" , \"n\": -0.5e+3}",
        "4111111111111111 | \"[card]\"",
        "4111 1111 1111 1111. | [card].",
        "\"a\" is 4111 1111 1111 1111 | \"a\" is [card]",
        "[\u20034111111111111111] | [\u2003[card]]",
        "[4111111111111111,-4111111111111111,{}] | [\"[card]\",\"[card]\",{}]",
        "{\"k\":\"-----BEGIN PRIVATE KEY-----\\nMII\",\"b\":\"c\"} | {\"k\":\"[key]\",\"b\":\"c\"}",
        "say \\\"a\\u0040b.io\\\" | say \\\"[email]\\\"",
        "[a](b) a@b.io | [a](b) [email]",
        "[4111 1111 1111 1111] | [[card]]",
        "{'to': 'a@b.io', 'key': 'sk-aaaaaaaaaaaaaaaaaa'} | {'to': '[email]', 'key': '[key]'}",
        "{\"a\":\"\\u004 a@b.io \\q\\u00\"} | {\"a\":\"\\u004 [email] \\q\\u00\"}"
      })
  void aSecretIsReplacedHoweverItIsWritten(String json, String shown) {
    assertThat(inParts(List.of(json))).isEqualTo(shown);
    assertThat(inParts(json.chars().mapToObj(Character::toString).toList())).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "{\"a\":\"\\u00E9\\u00e9 \\\\ \\/ \\ud83d\\ude00\",\"b\":[1,2.5e-3,true,false,null,{}]}\n",
        "{\n  \"a\" : [ 1 , \"b\" ]\n}",
        "\"text\"",
        "{\"open\":\"str\\u00",
        "{\"open\":12",
        "{\"open\":tru",
        "{\"path\":\"C:\\\\users\\\\b\"}",
        "free text with \\n and \\ at its end \\",
        "[\"a\" \"b\"]",
        "{\"a\":12 34}",
        "{\"said \"this\" here\":1}"
      })
  void whatHoldsNoSecretStaysAsItWasWritten(String json) {
    for (int cut = 0; cut <= json.length(); cut++) {
      assertThat(inParts(List.of(json.substring(0, cut), json.substring(cut)))).isEqualTo(json);
    }
  }

  @Test
  void anyJsonIsRedactedAlikeAtAnyCutsAndStaysJson() {
    for (int seed = 0; seed < 2000; seed++) {
      var random = new Random(seed);
      String json = value(random, 0);
      String whole = inParts(List.of(json));
      assertThat(inParts(cut(json, random))).as("seed " + seed + " of " + json).isEqualTo(whole);

      JsonTree shown = read(whole, seed);
      assertThat(shape(shown)).as("seed " + seed).isEqualTo(shape(JsonTree.read(json)));
      for (String text : texts(shown)) {
        assertThat(SECRETS).as("seed " + seed + " of " + json).noneMatch(text::contains);
      }
    }
  }

  @Test
  void allButWhatMayBecomeASecretIsShownAtOnce() {
    JsonSecretFilter filter = ALL.jsonFilter();
    assertThat(filter.add("{\"a\":\"Hi \\u0061")).isEqualTo("{\"a\":\"Hi ");
    assertThat(filter.isEmpty()).isFalse();
    assertThat(filter.add("\",\"b\":1")).isEqualTo("\\u0061\",\"b\":");
    assertThat(filter.add("2}")).isEqualTo("12}");
    assertThat(filter.isEmpty()).isTrue();
    assertThat(filter.end()).isEmpty();
  }

  private static JsonTree read(String json, int seed) {
    try {
      return JsonTree.read(json);
    } catch (MalformedJsonException malformed) {
      throw new AssertionError("seed " + seed + " gives no JSON: " + json, malformed);
    }
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth > 2 ? 4 : 6)) {
      case 0 -> random.nextInt(2) == 0 ? "4111111111111111" : "-12.5e3";
      case 1 -> List.of("true", "null").get(random.nextInt(2));
      case 2, 3 -> string(random);
      case 4 -> "[" + value(random, depth + 1) + " ,\n" + value(random, depth + 1) + "]";
      default ->
          "{\"a\": " + value(random, depth + 1) + ",\"b\":" + value(random, depth + 1) + " }";
    };
  }

  private static String string(Random random) {
    var text = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      text.append(List.of("say ", ". ", " \\ ", "\n", " / ", "(").get(random.nextInt(6)));
      text.append(SECRETS.get(random.nextInt(SECRETS.size())));
      text.append(List.of(" ", ", ", "\n", ")", " \"").get(random.nextInt(5)));
    }
    var json = new StringBuilder("\"");
    text.chars().forEach(character -> json.append(written((char) character, random)));
    return json.append('"').toString();
  }

  /** A character of a string in one of the ways in which JSON may write it. */
  private static String written(char character, Random random) {
    int simple = "\"\\/\b\f\n\r\t".indexOf(character);
    boolean must = character < ' ' || character == '"' || character == '\\';
    int way = random.nextInt(4);
    if (simple >= 0 && (way < 2 || (must && way == 2))) {
      return "\\" + "\"\\/bfnrt".charAt(simple);
    }
    if (must || way == 0) {
      String digits = String.format("%04x", (int) character);
      return "\\u" + (random.nextInt(2) == 0 ? digits : digits.toUpperCase(java.util.Locale.ROOT));
    }
    return String.valueOf(character);
  }

  private static List<String> cut(String text, Random random) {
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + 1 + random.nextInt(6));
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }

  /** A value without what its strings and numbers say. */
  private static Object shape(JsonTree value) {
    if (value instanceof JsonTree.Members object) {
      return object.members().values().stream().map(JsonSecretFilterTest::shape).toList();
    }
    if (value instanceof JsonTree.Elements array) {
      return Map.of("array", array.elements().stream().map(JsonSecretFilterTest::shape).toList());
    }
    return "value";
  }

  private static List<String> texts(JsonTree value) {
    List<String> texts = new ArrayList<>();
    value.members().forEach((name, member) -> texts.add(name));
    value.members().values().forEach(member -> texts.addAll(texts(member)));
    value.elements().forEach(element -> texts.addAll(texts(element)));
    value.string().ifPresent(texts::add);
    return texts;
  }

  private static String inParts(List<String> parts) {
    JsonSecretFilter filter = ALL.jsonFilter();
    var shown = new StringBuilder();
    parts.forEach(part -> shown.append(filter.add(part)));
    return shown.append(filter.end()).toString();
  }
}
