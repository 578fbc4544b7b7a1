package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The status line beside characters on whose width terminals disagree, in a real terminal. */
@Tag("thorough")
class WideCharactersTerminalTest {
  /** A cell of tmux holds 21 bytes, so the family is small. */
  private static final List<String> CHARACTERS =
      List.of("👨‍👩‍👧", "🇩🇪", "👍🏽", "❤️", "漢", "e\u0301", "م", "हि", "…");

  @TempDir private Path folder;

  @Test
  void theStatusLineTakesNothingOfTheTextInWhateverColumnItEnds() throws IOException {
    for (int columns : new int[] {40, 80}) {
      String text = text(columns);
      Path plain = Files.writeString(folder.resolve("plain" + columns), text);
      try (Simulator server = saying(text);
          Window window =
              Window.openShell(
                  folder,
                  Map.of("OPENAI_BASE_URL", server.baseUrl().toString(), "SLUICE_NO_LOG", "true"),
                  "until [ \"$(stty size)\" = '24 "
                      + columns
                      + "' ]; do :; done; cat "
                      + plain
                      + "; echo ==; sluice --no-wrap --no-color hello")) {
        window.resize(columns, 24);
        String[] both = joined(window.ended().text()).split("\n==\n", 2);

        assertThat(both[1]).startsWith(both[0].strip());
      }
    }
  }

  /** Whether tmux keeps a joiner depends on how the bytes reach it. */
  private static String joined(String shown) {
    return shown.replaceAll("[\u200D\uFE0F]", "");
  }

  /** Each character before each of the last columns of a row, and then letters beyond it. */
  private static String text(int columns) {
    var text = new StringBuilder();
    for (String character : CHARACTERS) {
      for (int before = columns - 10; before <= columns; before++) {
        text.append("x".repeat(before)).append(character).append("nineteen letters\n");
      }
    }
    return text.toString();
  }

  private static Simulator saying(String text) {
    var stream = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int to = Math.min(text.length(), at + (Character.isLetter(text.charAt(at)) ? 7 : 1));
      to += to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
      String delta = text.substring(at, to).replace("\n", "\\n");
      stream.append("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"");
      stream.append(delta).append("\"}}]}\n\n");
      at = to;
    }
    stream.append(
        "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");
    stream.append("data: [DONE]\n\n");
    return Simulator.builder()
        .replayBytes(stream.toString().getBytes(StandardCharsets.UTF_8), "text/event-stream")
        .start();
  }
}
