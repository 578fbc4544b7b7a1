package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.json.JsonObject;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers recorded from some thirty providers are recorded again to the byte, and play alike. */
@EnabledIfSystemProperty(named = "sluice.shared", matches = ".+")
class RecordedRecordsTest {

  @TempDir private Path folder;

  static Stream<Path> answers() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of(System.getProperty("sluice.shared"), "captures"))) {
      return files.filter(file -> file.toString().endsWith(".sse")).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void whatIsKeptIsWhatWasSent(Path answer) throws IOException {
    Path record = folder.resolve("record.sse");
    Sluice.Ran asked;
    try (Simulator server =
        Simulator.builder().replay(answer).fault(Fault.parse("one-write")).start()) {
      asked =
          Sluice.command()
              .with("OPENAI_BASE_URL", server.baseUrl().toString())
              .run("hello", "--json", "--retries", "0", "--record", record.toString());
    }
    Sluice.Ran played = Sluice.command().run("replay", "--json", record.toString());

    assertKept(answer, record, asked.code());
    assertThat(played.code()).isEqualTo(asked.code());
    assertThat(completion(played)).isEqualTo(completion(asked));
  }

  /** A stream that reports an error is read no further. */
  private static void assertKept(Path answer, Path record, ExitCode code) throws IOException {
    byte[] sent = Files.readAllBytes(answer);
    byte[] kept = Files.readAllBytes(record);
    boolean whole = code == ExitCode.COMPLETED || code == ExitCode.TRUNCATED;
    assertThat(kept).isNotEmpty();
    assertThat(kept).isEqualTo(whole ? sent : Arrays.copyOf(sent, kept.length));
  }

  private static String completion(Sluice.Ran ran) {
    JsonObject all = JsonObject.read(ran.out());
    var members = new LinkedHashMap<>(all.members());
    members.remove("sluice");
    return members + all.object("sluice").flatMap(run -> run.string("status")).orElse("");
  }
}
