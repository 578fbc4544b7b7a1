package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.json.JsonObject;
import io.sluice.recorded.RecordedAnswers;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded answers of every dialect, over the wire, as a record of it, and played. */
@Tag("thorough")
class RecordedDialectsTest {

  private static final String FOLDER = "captures/dialects";

  @TempDir private Path folder;

  static Stream<Arguments> answers() {
    assumeTrue(RecordedAnswers.exist(FOLDER), "no recorded streams: set -Dsluice.shared=FOLDER");
    return List.of("responses", "gemini", "ollama", "cohere", "bedrock").stream()
        .flatMap(
            dialect ->
                RecordedAnswers.rows(FOLDER, dialect).entrySet().stream()
                    .map(row -> Arguments.of(row.getKey(), dialect, row.getValue())));
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("answers")
  void anAnswerIsAskedKeptAndPlayedAlike(String file, String dialect, JsonObject row)
      throws IOException {
    Path answer = folder.resolve("answer");
    Path record = folder.resolve("record");
    Files.write(answer, RecordedAnswers.bytes(FOLDER, file));
    Sluice.Ran asked;
    try (Simulator server = Simulator.builder().replay(answer).start()) {
      asked =
          Sluice.command()
              .run(
                  "hello",
                  "--json",
                  "--dialect",
                  dialect,
                  "--model",
                  "m",
                  "--retries",
                  "0",
                  "--base-url",
                  server.baseUrl().toString(),
                  "--record",
                  record.toString());
    }
    Sluice.Ran played = Sluice.command().run("replay", "--json", record.toString());

    JsonObject expected = row.object("expected").orElseThrow();
    expected
        .string("status")
        .ifPresent(status -> assertThat(status(asked)).as(asked.err()).isEqualTo(status));
    assertThat(completion(played)).isEqualTo(completion(asked));
    assertThat(played.code()).isEqualTo(asked.code());
  }

  private static String status(Sluice.Ran ran) {
    return JsonObject.read(ran.out())
        .object("sluice")
        .flatMap(run -> run.string("status"))
        .orElse("");
  }

  private static String completion(Sluice.Ran ran) {
    var members = new LinkedHashMap<>(JsonObject.read(ran.out()).members());
    members.remove("sluice");
    return members + status(ran);
  }
}
