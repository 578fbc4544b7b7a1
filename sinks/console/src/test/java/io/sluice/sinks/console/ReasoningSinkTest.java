package io.sluice.sinks.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Delta;
import io.sluice.stream.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReasoningSinkTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void anEmptyLineStandsBetweenThoughtAndText() throws IOException {
    Answer.ofDeltas(thought("Let me "), thought("see."), text("Hi"), text("!"))
        .tell(ReasoningSink.to(out), Status.COMPLETED);

    assertThat(written()).isEqualTo("Let me see.\n\n");
  }

  @Test
  void aThoughtWithinTheTextBeginsALineOfItsOwn() throws IOException {
    Answer.ofDeltas(text("Well,"), thought("hm"), text(" yes\n"), thought("oh\n"))
        .tell(ReasoningSink.to(out), Status.STOPPED);

    assertThat(written()).isEqualTo("\nhm\n\noh\n");
  }

  @Test
  void withoutThoughtsNothingIsPrinted() throws IOException {
    Answer.of("Hi").tell(ReasoningSink.to(out).toTerminal().dimmed(), Status.COMPLETED);

    assertThat(written()).isEmpty();
  }

  @Test
  void onATerminalItIsFaintAndHarmless() throws IOException {
    Answer.ofDeltas(thought("a\033b\nc"), text("d"))
        .tell(ReasoningSink.to(out).toTerminal().dimmed(), Status.COMPLETED);

    assertThat(written()).isEqualTo("\033[2ma␛b\033[0m\n\033[2mc\033[0m\n\n");
  }

  @Test
  void otherChoicesThinkInSilence() throws IOException {
    Answer.ofDeltas(new Delta.Reasoning(1, "hm")).tell(ReasoningSink.to(out), Status.COMPLETED);

    assertThat(written()).isEmpty();
  }

  private static Delta thought(String text) {
    return new Delta.Reasoning(0, text);
  }

  private static Delta text(String text) {
    return new Delta.Text(0, text);
  }

  private String written() {
    return out.toString(UTF_8);
  }
}
