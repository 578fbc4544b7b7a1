package io.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {

  @Test
  void aValueAnswersWhatFitsItsType() {
    assertThat(JsonValue.read(" \"a\\u00e9\" ").string()).contains("aé");
    assertThat(JsonValue.read("12").wholeNumber()).hasValue(12);
    assertThat(JsonValue.read("-1.5e2").number()).hasValue(-150);
    assertThat(JsonValue.read("false").flag()).contains(false);
    assertThat(JsonValue.read("[1, [2], \"x\"]").elements().orElseThrow())
        .extracting(value -> value.json().text())
        .containsExactly("1", "[2]", "\"x\"");
    assertThat(JsonValue.read("{\"a\":{\"b\":1}}").object().orElseThrow().object("a"))
        .hasValueSatisfying(inner -> assertThat(inner.wholeNumber("b")).hasValue(1));
  }

  @Test
  void aStringIsWhatItsEscapesMean() {
    assertThat(new JsonValue(new Json(" \"\"\n")).string()).contains("");
    assertThat(JsonValue.read("\"a b\"").string()).contains("a b");
    assertThat(JsonValue.read("\"é\ud83d\ude00\"").string()).contains("é\ud83d\ude00");
    assertThat(JsonValue.read("\"\\ud83d\\n\\\"\"").string()).contains("\ud83d\n\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\"a", "\"a\"b\"", "\"a\nb\"", "\"a\\\""})
  void whatOnlyBeginsLikeAStringIsNone(String text) {
    var value = new JsonValue(Json.verbatim(text));

    assertThatThrownBy(value::string).isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void aValueAnswersEmptyToWhatDoesNotFit() {
    var number = JsonValue.read("1.5");

    assertThat(number.wholeNumber()).isEmpty();
    assertThat(number.string()).isEmpty();
    assertThat(number.object()).isEmpty();
    assertThat(number.elements()).isEmpty();
    assertThat(number.flag()).isEmpty();
    assertThat(new JsonValue(new Json(" 1e999")).number()).isEmpty();
  }

  @Test
  void aMemberThatIsNullIsAbsentButListed() {
    JsonObject object = JsonObject.read("{\"a\":null,\"b\":1,\"b\":2}");

    assertThat(object.value("a")).isEmpty();
    assertThat(object.members()).containsOnlyKeys("a", "b");
    assertThat(object.wholeNumber("b")).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[1,", "{\"a\":1}}", "1 2", "\"a", "tru", "{'a':1}", "nul"})
  void whatIsNoJsonIsRefused(String text) {
    assertThatThrownBy(() -> JsonValue.read(text)).isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void anObjectIsAskedForAndNothingElseIsOne() {
    assertThatThrownBy(() -> JsonObject.read("[1]"))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessage("JSON that is not an object");
  }

  @Test
  void nestingHasABound() {
    assertThatThrownBy(() -> JsonValue.read("[".repeat(600) + "]".repeat(600)))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageStartingWith("JSON nested deeper than 500");
  }
}
