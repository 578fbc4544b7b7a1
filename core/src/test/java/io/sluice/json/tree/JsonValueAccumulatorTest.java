package io.sluice.json.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class JsonValueAccumulatorTest {

  private static final String SAMPLE =
      "{\"name\": \"Z\\u00fc\\n\\\"rich 😀\\ud83d\\ude00\", \"sizes\":[0, -1.5e+3 ,[],{}],"
          + " \"ok\" :true,\"none\":null, \"deep\":{\"a\":[[\"x\"],{\"b\":false}]}}";

  private final ObjectMapper jackson = new ObjectMapper();

  @Test
  void theValueHasTheMembersWhoseValueHasBegun() {
    var value = new JsonValueAccumulator();

    assertThat(value.value()).isEmpty();
    assertThat(value.add("{\"na")).isTrue();
    assertThat(jsonOf(value)).isEqualTo("{}");
    assertThat(value.add("me\": \"An")).isTrue();
    assertThat(jsonOf(value)).isEqualTo("{\"name\": \"An\"}");
    assertThat(value.add("n\", \"age\":4")).isTrue();
    assertThat(value.add("2")).isFalse();
    assertThat(jsonOf(value)).isEqualTo("{\"name\": \"Ann\"}");
    assertThat(value.add("}")).isTrue();
    assertThat(value.isWhole()).isTrue();
    assertThat(value.value().orElseThrow().value("age")).contains(new JsonTree.Literal("42"));
  }

  @Test
  void aNumberAloneIsKnownWhenTheTextIsOver() {
    var value = new JsonValueAccumulator();

    assertThat(value.add("12")).isFalse();
    assertThat(value.value()).isEmpty();
    assertThat(value.finish()).isTrue();
    assertThat(value.value()).contains(new JsonTree.Literal("12"));
    assertThat(value.json()).contains(new Json("12"));
  }

  @Test
  void halfAnEscapeAndHalfAPairAreNotKnown() {
    var value = new JsonValueAccumulator();

    value.add("[\"a\\ud8");
    assertThat(jsonOf(value)).isEqualTo("[\"a\"]");
    assertThat(value.add("3d")).isFalse();
    assertThat(jsonOf(value)).isEqualTo("[\"a\"]");
    assertThat(value.add("\\ude00")).isTrue();
    assertThat(value.value()).contains(elements(new JsonTree.Text("a😀")));
  }

  @Test
  void whatIsNoJsonLeavesTheValueAsItWas() {
    var value = new JsonValueAccumulator();

    value.add("{\"a\":[1,2");
    assertThat(value.add("x]}")).isFalse();
    assertThat(value.add("]}")).isFalse();
    assertThat(jsonOf(value)).isEqualTo("{\"a\":[1]}");
    assertThat(value.isWhole()).isFalse();
    assertThat(value.problem().orElseThrow()).startsWith("malformed JSON at character 10:");
  }

  @Test
  void aTextThatIsOverTooEarlyHasAProblem() {
    var value = new JsonValueAccumulator();

    value.add("[\"half");
    assertThat(value.problem()).isEmpty();
    value.finish();
    assertThat(value.problem()).contains("JSON that ends too early, after character 6");
    assertThat(jsonOf(value)).isEqualTo("[\"half\"]");
  }

  @Test
  void theTextHasALimitAndTheBracketsToo() {
    var value = JsonValueAccumulator.upTo(5);
    value.add("[\"abcdef\"]");
    assertThat(jsonOf(value)).isEqualTo("[\"abc\"]");
    assertThat(value.problem()).contains("JSON of more than 5 characters");

    var deep = new JsonValueAccumulator();
    deep.add("[".repeat(600));
    assertThat(deep.problem().orElseThrow()).contains("at character 501");
    assertThat(jsonOf(deep)).isEqualTo("[".repeat(500) + "]".repeat(500));

    assertThatThrownBy(() -> JsonValueAccumulator.upTo(0)).hasMessageContaining("use 1 or more");
  }

  @Test
  void whatIsFinalIsNotMadeAgain() {
    var value = new JsonValueAccumulator();
    value.add("{\"first\":{\"a\":[1,2,3]},\"second\":[");
    JsonTree before = value.value().orElseThrow();
    assertThat(value.value().orElseThrow()).isSameAs(before);
    value.add("true,");

    JsonTree after = value.value().orElseThrow();
    assertThat(after.members().get("first")).isSameAs(before.members().get("first"));
    assertThat(before.elements("second")).isEmpty();
    assertThat(after.elements("second")).hasSize(1);
  }

  @Test
  void theLastMemberOfANameCounts() {
    assertThat(valueOf("{\"a\":1,\"b\":2,\"a\":3}")).isEqualTo(tree("{\"a\":1,\"b\":2,\"a\":3}"));
  }

  @Test
  void atEveryCutTheValueIsABeginningOfTheFinalOne() {
    assertBeginningsOf(SAMPLE);
    var random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      assertBeginningsOf(new RandomJson(random).text());
    }
  }

  private void assertBeginningsOf(String text) {
    JsonTree whole = tree(text);
    assertThat(valueOf(text)).as(text).isEqualTo(whole);
    var value = new JsonValueAccumulator();
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean grown = value.add(text.substring(i, i + 1));
      JsonTree part = value.value().orElse(null);
      if (part != null) {
        assertThat(begins(part, whole)).as(text.substring(0, i + 1)).isTrue();
        assertThat(tree(jsonOf(value))).as(text.substring(0, i + 1)).isEqualTo(part);
        assertThat(size(part) >= size).isTrue();
        assertThat(grown || size(part) == size).isTrue();
        size = size(part);
      }
    }
    assertThat(value.problem()).isEmpty();
  }

  /** Whether a value is a beginning of another: all but what is last in it is final. */
  private static boolean begins(JsonTree part, JsonTree whole) {
    if (part instanceof JsonTree.Text some && whole instanceof JsonTree.Text all) {
      return all.text().startsWith(some.text());
    }
    if (part instanceof JsonTree.Members some && whole instanceof JsonTree.Members all) {
      return List.copyOf(all.members().keySet())
              .subList(0, some.members().size())
              .equals(List.copyOf(some.members().keySet()))
          && begin(some.members().values().iterator(), all.members().values().iterator());
    }
    if (part instanceof JsonTree.Elements some && whole instanceof JsonTree.Elements all) {
      return begin(some.elements().iterator(), all.elements().iterator());
    }
    return part.equals(whole);
  }

  private static boolean begin(Iterator<JsonTree> some, Iterator<JsonTree> all) {
    while (some.hasNext()) {
      JsonTree part = some.next();
      JsonTree whole = all.next();
      if (some.hasNext() ? !part.equals(whole) : !begins(part, whole)) {
        return false;
      }
    }
    return true;
  }

  private static int size(JsonTree tree) {
    int size = tree.string().map(String::length).orElse(0) + 1;
    for (JsonTree inner : tree.members().values()) {
      size += size(inner);
    }
    for (JsonTree inner : tree.elements()) {
      size += size(inner);
    }
    return size;
  }

  private static JsonTree valueOf(String text) {
    var value = new JsonValueAccumulator();
    value.add(text);
    value.finish();
    return value.value().orElseThrow();
  }

  private static String jsonOf(JsonValueAccumulator value) {
    return value.json().orElseThrow().text();
  }

  private static JsonTree elements(JsonTree... elements) {
    return new JsonTree.Elements(List.of(elements));
  }

  /** The value that Jackson reads. */
  private JsonTree tree(String text) {
    JsonTree read = JsonTree.read(text);
    assertThat(same(read, jackson.readTree(text))).as(text).isTrue();
    return read;
  }

  private static boolean same(JsonTree tree, JsonNode node) {
    if (node.isObject()) {
      List<String> names = new ArrayList<>(node.propertyNames());
      return names.equals(List.copyOf(tree.members().keySet()))
          && tree.members().entrySet().stream().allMatch(each -> same(each, node));
    }
    if (node.isArray()) {
      boolean equal = node.size() == tree.elements().size();
      for (int i = 0; equal && i < node.size(); i++) {
        equal = same(tree.elements().get(i), node.get(i));
      }
      return equal;
    }
    return node.isString()
        ? tree.equals(new JsonTree.Text(node.stringValue()))
        : tree instanceof JsonTree.Literal;
  }

  private static boolean same(Map.Entry<String, JsonTree> member, JsonNode node) {
    return same(member.getValue(), node.get(member.getKey()));
  }
}
