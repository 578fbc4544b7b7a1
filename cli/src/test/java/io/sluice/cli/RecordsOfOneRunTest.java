package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.Json;
import io.sluice.cli.command.ExitCode;
import io.sluice.json.JsonObject;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import io.sluice.sinks.sqlite.Archive;
import io.sluice.sinks.sqlite.ArchivedRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transcript of a run, its events and its archive, written at once, have the same answer. */
class RecordsOfOneRunTest {

  @TempDir private Path folder;

  @Test
  void aCompletedAnswerPlaysAgainFromEach() throws IOException {
    Sluice.Ran asked = recorded(Sluice.command());

    assertThat(asked.code()).isEqualTo(ExitCode.COMPLETED);
    for (String file : new String[] {"a.jsonl", "a.sse"}) {
      assertPlaysAs(asked, file);
    }
    assertPlaysAs(asked, exported(asked, "a.jsonl"));
    assertThat(folder.resolve("a.md")).content().contains("outcome: completed");
  }

  @Test
  void anAnswerThatWasCutIsCutInEach() throws IOException {
    try (Simulator server = Simulator.builder().fault(Fault.parse("cut=5")).start()) {
      Sluice.Ran asked =
          recorded(Sluice.command().with("OPENAI_BASE_URL", server.baseUrl().toString()));

      assertThat(asked.code()).isEqualTo(ExitCode.TRUNCATED);
      for (String file : new String[] {"a.jsonl.partial", "a.sse.partial"}) {
        assertPlaysAs(asked, file);
      }
      assertPlaysAs(asked, exported(asked, "a.jsonl.partial"));
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
        "file:path=" + folder.resolve("a.md"),
        "--sink",
        "sqlite:path=" + folder.resolve("a.db"));
  }

  /** The transcript as the archive gives it back: the same; it also has the answer itself. */
  private String exported(Sluice.Ran asked, String transcript) throws IOException {
    Path file = folder.resolve("exported.jsonl");
    try (Archive archive = Archive.open(folder.resolve("a.db"));
        OutputStream out = Files.newOutputStream(file)) {
      ArchivedRun run = archive.last().orElseThrow();
      archive.export(run.id(), out);
      Json kept = run.completion().orElseThrow();
      assertThat(JsonObject.read(kept.text()).members()).isEqualTo(completion(asked));
    }
    assertThat(file).hasSameBinaryContentAs(folder.resolve(transcript));
    return file.toString();
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
