package io.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  private final JsonReader reader = new JsonReader();

  @Test
  void objectsAreReadOneAfterAnother() {
    JsonObject outer = reader.object("{\"a\":{\"b\":1},\"c\":[]}");
    JsonObject inner = reader.object(outer.value("a").orElseThrow()).orElseThrow();

    assertThat(inner.wholeNumber("b")).hasValue(1);
    assertThat(reader.object(outer.value("c").orElseThrow())).isEmpty();
    assertThat(outer.members()).containsOnlyKeys("a", "c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1]", "{\"a\":", "{\"a\":1}}", "{\"a\":tru}", "{\"a\":1} {}"})
  void whatIsNoObjectIsRefusedAndForgotten(String text) {
    assertThatThrownBy(() -> reader.object(text)).isInstanceOf(MalformedJsonException.class);
    assertThat(reader.object("{\"b\":2}").members()).containsEntry("b", new Json("2"));
  }

  @Test
  void namesThatNeverComeAgainAreNotKept() {
    for (int i = 0; i < 5000; i++) {
      assertThat(reader.object("{\"name" + i + "\":" + i + "}").wholeNumber("name" + i))
          .hasValue(i);
    }
  }
}
