package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process does whose stdout nobody reads: it ends in silence, as {@code cat} would. */
@Tag("thorough")
@DisabledOnOs(OS.WINDOWS)
class ClosedStdoutTest {
  /** The reader of descriptor 3 has ended before the command starts. */
  private static final String CLOSED = "exec 3> >(:); wait $!; ";

  private static final int MANY = 20_000;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("many.sse"), "data: 1\n\n".repeat(MANY));
    Files.writeString(
        folder.resolve("answer.sse"),
        """
        data: {"choices":[{"delta":{"content":"hi"},"finish_reason":"stop"}]}

        data: [DONE]

        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sluice ask -q hello",
        "sluice ask -q --json hello",
        "sluice ask -q --events hello",
        "echo hello | sluice chat -q",
        "sluice inspect -q hello",
        "sluice compare -q --temperatures 0,1 hello",
        "sluice compare -q --json --temperatures 0,1 hello",
        "sluice replay answer.sse",
        "sluice replay --json answer.sse",
        "sluice sse many.sse",
        "sluice sse many.sse answer.sse",
        "sluice sse < many.sse",
        "cat many.sse | sluice sse -",
        "sluice tokens many.sse",
        "sluice tokens --json many.sse",
        "sluice tokens --lines many.sse",
        "sluice tokens --show many.sse",
        "sluice simulate",
        "sluice sinks",
        "sluice sinks file",
        "sluice log rm --all",
        "sluice config",
        "sluice config --json",
        "sluice config path",
        "sluice completion bash",
        "sluice --help",
        "sluice sse --help",
        "sluice --version"
      })
  void everyCommandEndsInSilence(String command) throws IOException, InterruptedException {
    assertThat(closed(command)).isEqualTo(new Shell.Ran(141, "", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "list --json",
        "search hello",
        "show",
        "show --json",
        "conversations",
        "conversations --json",
        "export"
      })
  void theArchiveEndsInSilence(String action) throws IOException, InterruptedException {
    Shell shell = Shell.in(folder);
    var home = new UserHome(folder.resolve("home"));
    UserHome.answered(home.person(), "-q", "--conversation", "trip", "hello");

    assertThat(shell.run(CLOSED + "sluice log " + action + " >&3", Map.of()))
        .isEqualTo(new Shell.Ran(141, "", ""));
  }

  @Test
  void anEndlessStreamFromAServerEndsInSilence() throws IOException, InterruptedException {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    WireAnswer endless = WireAnswer.of(head).thenAgainAndAgain("data: 1\n\n", Long.MAX_VALUE);
    try (RawServer server = RawServer.answering(endless.in(WireAnswer.Pieces.ONE))) {
      assertThat(closed("sluice sse " + server.url())).isEqualTo(new Shell.Ran(141, "", ""));
    }
  }

  @Test
  void theFirstLinesOfAStreamCanBeLookedAt() throws IOException, InterruptedException {
    String script = "sluice sse many.sse | head -n 2; echo ${PIPESTATUS[0]}";
    String line = "{\"event\":\"message\",\"data\":\"1\",\"id\":\"\"}\n";

    assertThat(Shell.in(folder).run(script, Map.of()))
        .isEqualTo(new Shell.Ran(0, line + line + "141\n", ""));
  }

  private Shell.Ran closed(String command) throws IOException, InterruptedException {
    return Shell.in(folder).run(CLOSED + command + " >&3", Map.of());
  }
}
