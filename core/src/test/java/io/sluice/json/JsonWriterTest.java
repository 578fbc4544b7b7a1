package io.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void membersStandInTheOrderInWhichTheyAreWritten() {
    String text =
        JsonWriter.object(
            o ->
                o.field("s", "a\"b\\")
                    .field("n", 7)
                    .field("d", 12.5)
                    .field("whole", 2.0)
                    .flag("f", true)
                    .nothing("z")
                    .field("absent", Optional.<String>empty())
                    .field("raw", new Json("[ 1.50,\n2 ]"))
                    .object("o", inner -> inner.field("x", 1))
                    .objects("all", List.of("p", "q"), (item, name) -> item.field("name", name))
                    .strings("stop", List.of("a", "b")));

    assertThat(text)
        .isEqualTo(
            "{\"s\":\"a\\\"b\\\\\",\"n\":7,\"d\":12.5,\"whole\":2,\"f\":true,\"z\":null,"
                + "\"raw\":[ 1.50, 2 ],\"o\":{\"x\":1},"
                + "\"all\":[{\"name\":\"p\"},{\"name\":\"q\"}],\"stop\":[\"a\",\"b\"]}");
  }

  @Test
  void controlCharactersAndHalvesOfPairsAreEscaped() {
    assertThat(JsonWriter.json("\u001b\n\u0085\uD83D|😀|\uDE00").text())
        .isEqualTo("\"\\u001b\\n\\u0085\\ud83d|😀|\\ude00\"");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    String odd = "\u0000\u0001\"\\/\b\f\n\r\t\u007f\u2028é😀\uD83D";

    assertThat(new JsonValue(JsonWriter.json(odd)).string()).contains(odd);
  }

  @Test
  void aNumberThatJsonCannotExpressIsRefused() {
    assertThatThrownBy(() -> JsonWriter.object(o -> o.field("t", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("t is NaN, which JSON cannot express");
  }
}
