package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.JsonObject;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transcript of a run and its events, written at once, play again to the same answer. */
class RecordsOfOneRunTest {

  @TempDir private Path folder;

  @Test
  void aCompletedAnswerPlaysAgainFromBoth() {
    Sluice.Ran asked = recorded(Sluice.command());

    assertThat(asked.code()).isEqualTo(ExitCode.COMPLETED);
    for (String file : new String[] {"a.jsonl", "a.sse"}) {
      assertPlaysAs(asked, file);
    }
    assertThat(folder.resolve("a.md")).content().contains("outcome: completed");
  }

  @Test
  void anAnswerThatWasCutIsCutInBoth() throws IOException {
    try (Simulator server = Simulator.builder().fault(Fault.parse("cut=5")).start()) {
      Sluice.Ran asked =
          recorded(Sluice.command().with("OPENAI_BASE_URL", server.baseUrl().toString()));

      assertThat(asked.code()).isEqualTo(ExitCode.TRUNCATED);
      for (String file : new String[] {"a.jsonl.partial", "a.sse.partial"}) {
        assertPlaysAs(asked, file);
      }
    }
  }

  private Sluice.Ran recorded(Sluice command) {
    return command.run(
        "hello",
        "--json",
        "--sink",
        "file:path=" + folder.resolve("a.jsonl"),
        "--sink",
        "file:path=" + folder.resolve("a.sse"),
        "--sink",
        "file:path=" + folder.resolve("a.md"));
  }

  private void assertPlaysAs(Sluice.Ran asked, String file) {
    Sluice.Ran played = Sluice.command().run("replay", "--json", folder.resolve(file).toString());

    assertThat(played.code()).as(file).isEqualTo(asked.code());
    assertThat(completion(played)).as(file).isEqualTo(completion(asked)).isNotEmpty();
  }

  /** The answer, without what is said of the run. */
  private static Map<String, ?> completion(Sluice.Ran ran) {
    var members = new HashMap<>(JsonObject.read(ran.out()).members());
    members.remove("sluice");
    return members;
  }
}
