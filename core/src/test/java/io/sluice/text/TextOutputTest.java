package io.sluice.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class TextOutputTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TextOutput out = TextOutput.to(bytes);

  @Test
  void halfAPairWaitsForItsOtherHalf() throws IOException {
    out.write("a\ud83d");
    out.flush();
    assertThat(written()).isEqualTo("a");
    out.write("\ude00");
    out.flush();
    assertThat(written()).isEqualTo("a😀");
  }

  @Test
  void halfAPairThatStaysAloneIsReplaced() throws IOException {
    out.write("\ud83d");
    out.write("b");
    out.flush();
    assertThat(written()).isEqualTo("\uFFFDb");
  }

  @Test
  void onlyALineThatWasBegunIsEnded() throws IOException {
    out.endLine();
    out.write("a");
    out.endLine();
    out.write("");
    out.endLine();
    out.flush();
    assertThat(written()).isEqualTo("a\n");
  }

  @Test
  void aPrintStreamThatHidesItsErrorsIsAskedForThem() throws IOException {
    var closed = OutputStream.nullOutputStream();
    closed.close();
    TextOutput refused = TextOutput.to(new PrintStream(closed));
    refused.write("a");
    assertThatThrownBy(refused::flush)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("closed");
  }

  private String written() {
    return bytes.toString(UTF_8);
  }
}
