package io.sluice.json.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.MalformedJsonException;
import io.sluice.json.tree.JsonTree;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSyntaxTest {

  private static final String[] FRAGMENTS = {
    "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"\\n\"", "\\", "\\u00e9", "\\uD83D", "u12", "0",
    "-", "12", ".5", ".", "e+3", "E", "true", "false", "null", "nul", "NaN", " ", "\t", "\n", "é",
    "\u0001", "😀", "/", "'", "\u00a0", "\ufeff"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        " [ 1 , -0.5e+10 , \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\" ] ",
        "{\"a\":{\"b\":[true,false,null]},\"\":0}",
        "\"\"",
        "-0",
        "0",
        "1e5",
        "null"
      })
  void aValueHasNoProblem(String text) {
    assertThat(JsonSyntax.problem(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{oops | malformed JSON at character 2: a name in quotes or } is expected",
        "{\"a\" 1} | malformed JSON at character 6: a colon is expected",
        "{\"a\":} | malformed JSON at character 6: a value is expected",
        "{\"a\":1,} | malformed JSON at character 8: a name in quotes is expected",
        "[1 2] | malformed JSON at character 4: a comma or the closing bracket is expected",
        "[1} | malformed JSON at character 3: a comma or the closing bracket is expected",
        "[1,] | malformed JSON at character 4: a value is expected",
        "1 2 | malformed JSON at character 3: nothing may follow the value",
        "01 | malformed JSON at character 2: a number, true, false or null is expected",
        "nul | JSON that ends too early, after character 3",
        "[1. | JSON that ends too early, after character 3",
        "\"a | JSON that ends too early, after character 2",
        "\"\\x\" | malformed JSON at character 3: no escape of JSON continues so",
        "\"\\u12g\" | malformed JSON at character 6: four hexadecimal digits follow \\u",
        "' ' | malformed JSON at character 1: a value is expected"
      })
  void aProblemSaysWhereAndWhatIsExpected(String text, String problem) {
    assertThat(JsonSyntax.problem(text)).contains(problem);
  }

  @Test
  void aRawControlCharacterInAStringIsRefused() {
    assertThat(JsonSyntax.problem("\"a\nb\"").orElseThrow()).contains("at character 3");
  }

  @Test
  void fiveHundredBracketsAreTakenAndNoMore() {
    String most = "[".repeat(500) + "]".repeat(500);
    assertThat(JsonSyntax.problem(most)).isEmpty();
    assertThat(JsonSyntax.problem("[" + most + "]").orElseThrow())
        .isEqualTo(
            "malformed JSON at character 501: at most 500 brackets within each other are possible");
  }

  @Test
  void itTakesWhatTheParserTakesAndNothingElse() {
    var random = new Random(20260101);
    int taken = 0;
    for (int i = 0; i < 200_000; i++) {
      var text = new StringBuilder();
      for (int length = 1 + random.nextInt(7); length > 0; length--) {
        text.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
      }
      boolean isJson = isJson(text.toString());
      taken += isJson ? 1 : 0;
      assertThat(JsonSyntax.problem(text.toString()).isEmpty())
          .as(text.toString())
          .isEqualTo(isJson);
    }
    assertThat(taken).isPositive();
  }

  private static boolean isJson(String text) {
    try {
      JsonTree.read(text);
      return true;
    } catch (MalformedJsonException malformed) {
      return false;
    }
  }
}
