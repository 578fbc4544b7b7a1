package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sluice ask} as a person at a terminal sees it. */
@Tag("thorough")
class AskTerminalTest {
  private static final String SUMMARY =
      "completed \\(stop\\) · \\d+ tokens · first token \\d+(\\.\\d)? m?s · (\\d+(\\.\\d)? tok/s ·"
          + " )?\\d+(\\.\\d)? m?s";

  @TempDir private Path folder;

  @Test
  void aSpinnerSaysWhatItWaitsForUntilTheFirstToken() throws IOException {
    try (Simulator server = words().fault(Fault.parse("no-headers")).start();
        Window window = ask(server, "hello")) {
      window.until(
          text ->
              text.matches(
                  "[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] waiting for gpt-4o-mini at 127.0.0.1 · [1-9]\\d*\\.\\d s"));
      window.press("C-c");
      assertThat(window.ended().text()).doesNotContain("waiting for");
    }
  }

  @Test
  void aRetryIsCountedDown() throws IOException {
    try (Simulator server = words().fault(Fault.parse("retry-after=30")).start();
        Window window = ask(server, "hello")) {
      window.until(
          text ->
              text.matches(
                  "(?s)attempt 2 in 3\\d\\.\\d s: .*429.*\n"
                      + ". attempt 2 in [123]?\\d\\.\\d s · \\d+\\.\\d s"));
      window.press("C-c");

      assertThat(window.ended().code()).isEqualTo(130);
    }
  }

  @Test
  void theSummaryCountsFromTheFirstAttempt() throws IOException {
    RawServer.Answer busy = ChunkedAnswer.of("429 text/plain\r\nRetry-After: 2", "busy");
    RawServer.Answer answer =
        ChunkedAnswer.of(
            "200 text/event-stream", event("{\"content\":\"hi\"}") + "data: [DONE]\n\n");
    try (RawServer server = RawServer.answering(number -> number == 0 ? busy : answer);
        Window window =
            Window.open(
                folder,
                Map.of("OPENAI_BASE_URL", server.url(), "SLUICE_NO_LOG", "true"),
                "hello")) {
      Window.Ended ended = window.ended();

      assertThat(ended.code()).isZero();
      assertThat(ended.text().lines().reduce((any, last) -> last).orElseThrow())
          .matches("completed · .* · first token \\d*[2-9]\\.\\d s · (.* · )?\\d*[2-9]\\.\\d s");
    }
  }

  @Test
  void theStatusLineFollowsTheTextAndLeavesNoTrace() throws IOException {
    try (Simulator server = words().fault(Fault.parse("stall=60")).start();
        Window window = ask(server, "hello")) {
      String shown =
          window.until(
              text -> text.matches("(?s).*\n240 tokens · (\\d+(\\.\\d)? tok/s · )?\\d+\\.\\d s"));
      window.press("C-c");
      Window.Ended ended = window.ended();

      assertThat(shown).contains("\nword-60\n240 tokens");
      assertThat(ended.code()).isEqualTo(130);
      assertThat(ended.text())
          .startsWith("word-1\nword-2\n")
          .contains("\nword-59\nword-60\n")
          .containsPattern(
              "stopped · 240 tokens · first token [^\n]+s · (\\d+(\\.\\d)? tok/s · )?\\d+(\\.\\d)? m?s\n"
                  + "sluice: stopped after 60 chunks: what came is kept$")
          .containsOnlyOnce(" tokens ");
    }
  }

  @Test
  void theLastLineSaysHowItEndedAndWhatItTook() throws IOException {
    try (Simulator server = words().start();
        Window window = ask(server, "hello")) {
      Window.Ended ended = window.ended();

      assertThat(ended.code()).isZero();
      assertThat(ended.text()).startsWith("word-1\n").contains("\nword-100\n");
      assertThat(ended.text().lines().skip(100)).singleElement().asString().matches(SUMMARY);
    }
  }

  @Test
  void headingsBoldTextAndCodeAreStyledAndQuietIsQuiet() throws IOException {
    try (Simulator server = saying("# Head\n\n**bold** `code`\n").start();
        Window window = ask(server, "-q", "hello")) {
      Window.Ended ended = window.ended();

      assertThat(ended.text()).isEqualTo("Head\n\nbold code");
      assertThat(window.styled())
          .contains("\033[1;4mHead", "\033[36mcode")
          .containsPattern("1m(\033\\[[34]9m)*bold");
    }
  }

  @Test
  void rawAndNoColorAreHeeded() throws IOException {
    for (String flag : new String[] {"--raw", "--no-color"}) {
      try (Simulator server = saying("# Head\n").start();
          Window window = ask(server, flag, "hello")) {
        assertThat(window.ended().text()).startsWith("# Head\ncompleted (stop)");
        assertThat(window.styled().lines()).first().asString().isEqualTo("# Head");
      }
    }
  }

  @Test
  void aNamedConsoleHeedsThemToo() throws IOException {
    for (String flag : new String[] {"--raw", "--no-color"}) {
      try (Simulator server = saying("# Head\n").start();
          Window window = ask(server, flag, "--sink", "console", "hello")) {
        assertThat(window.ended().text()).startsWith("# Head\ncompleted (stop)");
        assertThat(window.styled().lines()).first().asString().isEqualTo("# Head");
      }
    }
  }

  @Test
  void thoughtsAreFaintOnStderrAndCanBeHidden() throws IOException {
    try (Simulator server = thinking().start();
        Window window = ask(server, "hello")) {
      assertThat(window.ended().text()).startsWith("Hm, well.\n\nYes.\ncompleted (stop)");
      assertThat(window.styled()).startsWith("\033[2mHm, well.");
    }
    try (Simulator server = thinking().start();
        Window window = ask(server, "--no-reasoning", "hello")) {
      assertThat(window.ended().text()).startsWith("Yes.\ncompleted (stop)");
    }
  }

  @Test
  void aPipedPromptKeepsTheTerminal() throws IOException {
    try (Simulator server = saying("**bold**\n").start();
        Window window = Window.openShell(folder, environment(server), "echo hello | sluice ask")) {
      assertThat(window.ended().text()).startsWith("bold\ncompleted (stop)");
      assertThat(window.styled()).containsPattern("1m(\033\\[[34]9m)*bold");
    }
  }

  @Test
  void aPipedAnswerHasNoEscapeByteAndTheSpinnerMakesWay() throws IOException {
    try (Simulator server = saying("**bold**\n").start();
        Window window =
            Window.openShell(
                folder, environment(server), "sluice hello | od -An -c | tr -d ' \\n'")) {
      assertThat(window.ended().text())
          .contains("**bold**\\n")
          .doesNotContain("033", "waiting for");
    }
  }

  @Test
  void aReaderWhoWantsNoMoreEndsItThoughTheTerminalStillWatches() throws IOException {
    try (Simulator server = Simulator.builder().fault(Fault.parse("endless")).start();
        Window window = Window.openShell(folder, environment(server), "sluice hello | head -c 3")) {
      assertThat(window.ended().text()).startsWith("la");
    }
  }

  @Test
  void aResizedWindowKeepsTheLineInOneRow() throws IOException {
    try (Simulator server = words().fault(Fault.parse("stall=10")).start();
        Window window = ask(server, "hello")) {
      window.until("40 tokens · ");
      window.resize(14, 24);
      window.until(text -> text.matches("(?s).*\nword-10\n40 tokens[^\n]{0,4}"));
      window.press("C-c");

      assertThat(window.ended().text()).startsWith("word-1\nword-2\n").containsOnlyOnce(" tokens ");
    }
  }

  @Test
  void proseIsBrokenAtWordsUnlessItIsAskedNotToBe() throws IOException {
    String text = "a word ".repeat(20).strip();
    try (Simulator server = saying(text).start();
        Window window =
            Window.openShell(
                folder, environment(server), "sluice -q hello; sluice -q --no-wrap hello")) {
      window.ended();

      assertThat(window.rows())
          .startsWith(
              "a word ".repeat(11) + "a",
              "word" + " a word".repeat(8),
              "a word ".repeat(12).substring(0, 80));
    }
  }

  @Test
  void aDumbTerminalGetsTextAlone() throws IOException {
    try (Simulator server = saying("**bold**\n").start();
        Window window =
            Window.openShell(
                folder,
                environment(server),
                "TERM=dumb sluice hello 2>&1 | cat -v; TERM=dumb sluice hello")) {
      window.ended();

      assertThat(window.styled()).doesNotContain("\033[1m").contains("**bold**");
    }
  }

  private Window ask(Simulator server, String... arguments) throws IOException {
    return Window.open(folder, environment(server), arguments);
  }

  private static Map<String, String> environment(Simulator server) {
    return Map.of("OPENAI_BASE_URL", server.baseUrl().toString(), "SLUICE_NO_LOG", "true");
  }

  /** A hundred words, a line and four tokens each. */
  private static SimulatorBuilder words() {
    var stream = new StringBuilder();
    for (int word = 1; word <= 100; word++) {
      stream.append(event("{\"content\":\"word-" + word + "\\n\"}"));
    }
    return replaying(stream.toString());
  }

  private static SimulatorBuilder saying(String text) {
    return replaying(event("{\"content\":\"" + text.replace("\n", "\\n") + "\"}"));
  }

  private static SimulatorBuilder thinking() {
    return replaying(
        event("{\"reasoning_content\":\"Hm, \"}")
            + event("{\"reasoning_content\":\"well.\"}")
            + event("{\"content\":\"Yes.\"}"));
  }

  private static SimulatorBuilder replaying(String events) {
    String end = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    String stream = events + end + "data: [DONE]\n\n";
    return Simulator.builder()
        .replayBytes(stream.getBytes(StandardCharsets.UTF_8), "text/event-stream");
  }

  private static String event(String delta) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":" + delta + "}]}\n\n";
  }
}
