package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.cli.terminal.Terminals;
import io.sluice.json.JsonObject;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskTest {
  private static final String TWO_CHUNKS =
      """
      data: {"id":"c1","model":"m","created":1,"choices":[{"index":0,"delta":{"content":"Hé"}}]}

      data: {"id":"c1","choices":[{"index":0,"delta":{"content":"llo"},"finish_reason":"REASON"}]}

      data: [DONE]

      """;

  @Test
  void theAnswerIsStdoutAndNothingElse() {
    Sluice.Ran ran = asked(answering("stop"), "hello");

    assertThat(ran).isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, "Héllo\n", ""));
  }

  @Test
  void withoutAKeyTheBuiltInModelAnswersAndSaysSo() {
    Sluice.Ran ran = Sluice.command().run("--json", "Write a haiku about coding.");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.err()).isEqualTo("offline: no OPENAI_API_KEY; a small built-in model answers\n");
    assertThat(JsonObject.read(ran.out()).string("model")).hasValue("sluice-offline");
    assertThat(sluice(ran).flag("offline")).hasValue(true);
  }

  @Test
  void offlineCanBeForcedAndSilenced() {
    Sluice sluice = Sluice.command().with("OPENAI_API_KEY", "sk-1");

    assertThat(sluice.run("--offline", "-m", "gpt-4o", "hello").err())
        .isEqualTo("offline: a small built-in model answers, not gpt-4o\n");
    assertThat(sluice.run("--offline", "-q", "hello").err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ask", "inspect", "compare"})
  void aMalformedFlagIsRefusedBeforeThePromptIsRead(String command) {
    Sluice.Ran ran = Sluice.command().run(command, "-t", "warm");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err()).isEqualTo("sluice: --temperature is 'warm'; use a number\n");
  }

  @Test
  void whatIsPipedInStandsBeforeThePrompt() {
    assertThat(UserHome.sentText(Sluice.command().reading("some text\n"), "Sum", "up"))
        .contains("\"content\":\"some text\\n\\nSum up\"");
    assertThat(UserHome.sentText(Sluice.command().reading("only this\n")))
        .contains("\"content\":\"only this\"");
    assertThat(
            UserHome.sentText(
                Sluice.command().reading("typed").on(new Terminals(true, true, true)), "Sum up"))
        .contains("\"content\":\"Sum up\"");
  }

  @Test
  void whereNoModelIsNamedTheCommandThatListsThemIs() {
    assertThat(Sluice.command().run("--endpoint", "ollama", "hello").err())
        .isEqualTo(
            "sluice: no model is named, and endpoint 'ollama' has no default; use --model;"
                + " 'sluice models --endpoint ollama' lists them\n");
  }

  @Test
  void aWordThatIsNoCommandBeginsAPrompt() {
    assertThat(UserHome.sentText(Sluice.command(), "teach", "me"))
        .contains("\"content\":\"teach me\"");
    assertThat(UserHome.sentText(Sluice.command(), "ask", "help")).contains("\"content\":\"help\"");
    assertThat(UserHome.sentText(Sluice.command(), "--", "chta")).contains("\"content\":\"chta\"");
    assertThat(UserHome.sentText(Sluice.command(), "ask", "chat")).contains("\"content\":\"chat\"");
    assertThat(UserHome.sentText(Sluice.command(), "@file", "--", "-5"))
        .contains("\"content\":\"@file -5\"");
  }

  @ParameterizedTest
  @CsvSource({
    "status=401, NOT_AUTHORISED",
    "status=403, NOT_AUTHORISED",
    "status=429, RATE_LIMITED",
    "quota, RATE_LIMITED",
    "status=500, FAILED",
    "cut=3, TRUNCATED",
    "redirect, FAILED"
  })
  void theExitCodeTellsTheEnd(String fault, ExitCode expected) {
    Sluice.Ran ran =
        asked(Simulator.builder().fault(Fault.parse(fault)), "--retries", "0", "hello");

    assertThat(ran.code()).isEqualTo(expected);
    assertThat(ran.err()).startsWith("sluice: ").hasLineCount(1);
  }

  @Test
  void aTimeOutNamesItsFlag() {
    Sluice.Ran ran =
        asked(
            Simulator.builder().fault(Fault.parse("no-headers")),
            "--first-token-timeout",
            "50ms",
            "hello");

    assertThat(ran.code()).isEqualTo(ExitCode.TIMED_OUT);
    assertThat(ran.err())
        .isEqualTo(
            "sluice: timed out after 0 chunks: the first token took longer than 50 ms;"
                + " allow more with --first-token-timeout\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"error\":{\"message\":\"no\",\"code\":\"invalid_api_key\"}}', NOT_AUTHORISED",
    "'{\"error\":{\"message\":\"no\",\"code\":403}}', NOT_AUTHORISED",
    "'{\"error\":{\"message\":\"no\",\"code\":\"rate_limit_exceeded\"}}', RATE_LIMITED",
    "'{\"error\":{\"message\":\"no\",\"code\":\"429\"}}', RATE_LIMITED",
    "'{\"error\":{\"message\":\"no\",\"type\":\"authentication_error\"}}', NOT_AUTHORISED",
    "'{\"error\":\"overloaded\"}', FAILED"
  })
  void anErrorWithinTheStreamCountsLikeItsStatus(String error, ExitCode expected) {
    Sluice.Ran ran =
        asked(replaying("data: " + error + "\n\n"), "--json", "--retries", "0", "hello");

    assertThat(ran.code()).isEqualTo(expected);
    assertThat(sluice(ran).string("status")).hasValue("failed");
    assertThat(sluice(ran).wholeNumber("chunks")).hasValue(1);
  }

  @Test
  void aCutAnswerIsCompleteUnlessOneIsStrict() {
    Sluice.Ran lenient = asked(answering("length"), "hello");
    Sluice.Ran strict = asked(answering("length"), "--strict", "-q", "hello");

    assertThat(lenient.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(lenient.err())
        .isEqualTo(
            "the answer was cut at its token limit (length); allow more with --max-tokens\n");
    assertThat(strict).isEqualTo(new Sluice.Ran(ExitCode.CUT, "Héllo\n", ""));
    assertThat(asked(answering("content_filter"), "--strict", "hello").code())
        .isEqualTo(ExitCode.CUT);
  }

  @Test
  void jsonIsOneObjectWhateverTheOutcome() {
    Sluice.Ran whole = asked(answering("stop"), "--json", "hello");
    Sluice.Ran refused =
        asked(
            Simulator.builder().fault(Fault.parse("status=401")), "--json", "--retries", "0", "hi");

    assertThat(whole.out()).hasLineCount(1).endsWith("\n");
    assertThat(JsonObject.read(whole.out()).members().keySet())
        .containsExactly("id", "object", "created", "model", "choices", "sluice");
    assertThat(sluice(whole).members().keySet())
        .containsExactly(
            "status",
            "chunks",
            "attempts",
            "offline",
            "timing",
            "tokens",
            "irregularities",
            "sink_failures");
    assertThat(sluice(whole).flag("offline")).hasValue(false);
    assertThat(refused.out()).hasLineCount(1);
    JsonObject error = sluice(refused).object("error").orElseThrow();
    assertThat(error.string("type")).hasValue("http");
    assertThat(error.wholeNumber("http_status")).hasValue(401);
  }

  @Test
  void retriesAndUsageAreToldOnStderr() {
    Sluice.Ran ran =
        asked(
            Simulator.builder().fault(Fault.parse("retry-after=0")).fault(Fault.parse("then-ok")),
            "-u",
            "-m",
            "sluice-offline",
            "hello");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.err().lines().toList())
        .hasSize(2)
        .satisfiesExactly(
            retry -> assertThat(retry).matches("attempt 2 in \\d+ ms: .*"),
            usage -> assertThat(usage).matches("usage: prompt \\d+, completion \\d+, total .*"));
  }

  @Test
  void whatEventsPrintReplays(@TempDir Path folder) throws IOException {
    Sluice.Ran events = asked(answering("stop"), "--events", "hello");
    Path transcript = folder.resolve("run.jsonl");
    Files.writeString(transcript, events.out());

    assertThat(events.out().lines().map(line -> JsonObject.read(line).string("type").orElse("")))
        .containsExactly("open", "chunk", "chunk", "end");
    assertThat(Sluice.command().run("replay", transcript.toString()))
        .isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, "Héllo\n", ""));
  }

  @Test
  void namedSinksGetTheAnswerToo(@TempDir Path folder) {
    Path first = folder.resolve("a.txt");
    Path second = folder.resolve("b.jsonl");

    Sluice.Ran ran =
        asked(
            answering("stop"),
            "hello",
            "--sink",
            "file:path=" + first,
            "--sink",
            "file:path=" + second);

    assertThat(ran).isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, "Héllo\n", ""));
    assertThat(first).hasContent("Héllo\n");
    assertThat(second).exists();
  }

  private static SimulatorBuilder answering(String reason) {
    return replaying(TWO_CHUNKS.replace("REASON", reason));
  }

  private static SimulatorBuilder replaying(String stream) {
    return Simulator.builder()
        .replayBytes(stream.getBytes(StandardCharsets.UTF_8), "text/event-stream");
  }

  private static Sluice.Ran asked(SimulatorBuilder server, String... args) {
    try (Simulator simulator = server.start()) {
      return Sluice.command().with("OPENAI_BASE_URL", simulator.baseUrl().toString()).run(args);
    }
  }

  /** The body of the one request that this call sends. */
  private static JsonObject sluice(Sluice.Ran ran) {
    return JsonObject.read(ran.out()).object("sluice").orElseThrow();
  }
}
