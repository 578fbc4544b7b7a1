package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The command where the built-in model is asked in another dialect than the usual one. */
class OfflineDialectsTest {
  @ParameterizedTest
  @FieldSource("io.sluice.cli.SimulatedAnswers#OTHERS")
  void theBuiltInModelAnswersInTheDialect(String dialect) throws IOException {
    Sluice.Ran usual = Sluice.command().run("--offline", "-t", "0", "Name three rivers.");

    Sluice.Ran ran =
        Sluice.command().run("--offline", "-t", "0", "--dialect", dialect, "Name three rivers.");

    assertThat(ran).isEqualTo(usual);
    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.out()).isEqualTo("Three rivers are the Danube, the Nile and the Mekong.\n");
  }

  @ParameterizedTest
  @FieldSource("io.sluice.cli.SimulatedAnswers#OTHERS")
  void theResultSaysThatItWasOffline(String dialect) throws IOException {
    Sluice.Ran ran = Sluice.command().run("--offline", "--json", "--dialect", dialect, "Hello");

    JsonObject run = JsonObject.read(ran.out()).object("sluice").orElseThrow();
    assertThat(run.flag("offline")).contains(true);
    assertThat(run.string("status")).contains("completed");
  }

  @ParameterizedTest
  @FieldSource("io.sluice.cli.SimulatedAnswers#OTHERS")
  void theBuiltInModelIsListed(String dialect) throws IOException {
    Sluice.Ran ran = Sluice.command().run("models", "--offline", "--dialect", dialect);

    assertThat(ran.out()).isEqualTo("sluice-offline\n");
  }

  @ParameterizedTest
  @CsvSource({
    "responses, /v1/responses",
    "anthropic, /v1/messages",
    "gemini, /v1beta/models/sluice-offline:streamGenerateContent?alt=sse",
    "ollama, /api/chat"
  })
  void aDryRunShowsTheCallWithoutAPort(String dialect, String path) throws IOException {
    Sluice.Ran ran = Sluice.command().run("--dry-run", "--offline", "--dialect", dialect, "Hello");

    assertThat(ran.out()).startsWith("POST http://127.0.0.1" + path + "\n");
  }
}
