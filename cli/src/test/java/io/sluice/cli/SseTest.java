package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SseTest {
  private static final String STREAM =
      "retry: 1000\n: a comment\nid: 7\nevent: add\ndata: a\ndata: b\n\ndata: cut off";

  @Test
  void eventsAndReconnectionTimesBecomeLinesAndTheUnfinishedEventDoesNot() {
    Sluice.Ran ran = Sluice.command().reading(STREAM).run("sse");

    assertThat(ran)
        .isEqualTo(
            new Sluice.Ran(
                ExitCode.COMPLETED,
                """
                {"retry":1000}
                {"event":"add","data":"a\\nb","id":"7"}
                """,
                ""));
  }

  @Test
  void severalInputsAreNamedAsTheyWereGiven(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.sse"), "data: 1\n\n");

    Sluice.Ran ran = Sluice.command().reading("data: 2\n\n").run("sse", file.toString(), "-");

    assertThat(ran.out().lines())
        .containsExactly(
            "{\"event\":\"message\",\"data\":\"1\",\"id\":\"\",\"source\":\"" + file + "\"}",
            "{\"event\":\"message\",\"data\":\"2\",\"id\":\"\",\"source\":\"-\"}");
  }

  @Test
  void aUrlThatIsNoEventStreamGetsOneLine() {
    try (Simulator simulator = Simulator.start()) {
      Sluice.Ran models = Sluice.command().run("sse", simulator.baseUrl() + "/models");
      Sluice.Ran missing = Sluice.command().run("sse", simulator.baseUrl() + "/nothing");

      assertThat(models.code()).isEqualTo(ExitCode.FAILED);
      assertThat(models.out()).isEmpty();
      assertThat(models.err()).hasLineCount(1).contains("the content type is 'application/json'");
      assertThat(missing.code()).isEqualTo(ExitCode.FAILED);
      assertThat(missing.err()).hasLineCount(1).contains("the server answered 404");
    }
  }
}
