package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /copy} leaves in the clipboard of the terminal. */
@Tag("thorough")
class ClipboardTerminalTest {
  private static final String CODE =
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"So:\\n"
          + "```python\\n"
          + "print('a \u00e9\u4f60')\\n"
          + "```\\n"
          + "and\\n"
          + "```sh\\n"
          + "ls -l\\n"
          + "```\\n"
          + "Done.\"},\"finish_reason\":\"stop\"}]}\n\n"
          + "data: [DONE]\n\n";

  @TempDir private Path folder;

  @Test
  void aCopiedAnswerIsInTheClipboard() throws IOException {
    try (Simulator server = Simulator.start();
        Window window = Window.chat(folder, server)) {
      window.acceptClipboard();
      window.enter("Hello");
      String shown =
          window.until(text -> text.contains("completed (stop)") && text.endsWith("\n>"));
      window.enter("/copy");
      window.until("the last answer was sent to the clipboard: ");

      String copied = window.clipboard();
      assertThat(copied).isNotBlank();
      assertThat(shown.replace("\n", " ")).contains("> Hello " + copied.replace("\n", " "));
    }
  }

  @Test
  void aCopiedCodeBlockIsInTheClipboardWithoutItsFence() throws IOException {
    try (Simulator server = answeringWithCode();
        Window window = Window.chat(folder, server)) {
      window.acceptClipboard();
      window.enter("Hello");
      window.until(text -> text.contains("completed (stop)") && text.endsWith("\n>"));
      window.enter("/copy code");
      window.until("the last answer's code block was sent to the clipboard: 5 characters");
      assertThat(window.clipboard()).isEqualTo("ls -l");

      window.enter("/copy code python");
      window.until("code block in python was sent to the clipboard: 13 characters");
      assertThat(window.clipboard()).isEqualTo("print('a \u00e9\u4f60')");
    }
  }

  @Test
  void aBlockThatIsMissingLeavesTheClipboardAsItWas() throws IOException {
    try (Simulator server = answeringWithCode();
        Window window = Window.chat(folder, server)) {
      window.acceptClipboard();
      window.enter("Hello");
      window.until(text -> text.contains("completed (stop)") && text.endsWith("\n>"));
      window.enter("/copy code 1");
      window.until("was sent to the clipboard: 13 characters");
      window.enter("/copy code 3");
      window.until("the last answer has no code block 3");

      assertThat(window.clipboard()).isEqualTo("print('a \u00e9\u4f60')");
    }
  }

  private static Simulator answeringWithCode() {
    return Simulator.builder()
        .replayBytes(CODE.getBytes(StandardCharsets.UTF_8), "text/event-stream")
        .start();
  }
}
