package io.sluice.runlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {

  @Test
  void theTypeIsFoundWhereverItStands() {
    assertThat(line("{\"type\":\"chunk\",\"at_ms\":1}").type()).isEqualTo("chunk");
    assertThat(line("{ \"at_ms\" : 1, \"type\" : \"end\" }").type()).isEqualTo("end");
    assertThat(line("{\"type\":\"open").type()).isEqualTo("open");
  }

  @Test
  void aLineWithoutATypeHasNone() {
    assertThat(line("{\"type\":1}").type()).isEmpty();
    assertThat(line("").type()).isEmpty();
    assertThat(line("[]").type()).isEmpty();
  }

  @Test
  void itsBytesAreAViewOfTheirOwn() {
    LogLine line = line("{\"a\":\"é\"}");

    assertThat(line.bytes().isReadOnly()).isTrue();
    assertThat(line.bytes().remaining()).isEqualTo(line.size()).isEqualTo(10);
    assertThat(line.text()).isEqualTo("{\"a\":\"é\"}");
    assertThat(line.number()).isEqualTo(7);
  }

  private static LogLine line(String text) {
    return new LogLine(7, text.getBytes(UTF_8));
  }
}
