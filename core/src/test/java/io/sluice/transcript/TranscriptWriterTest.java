package io.sluice.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.stream.Failure;
import io.sluice.stream.Failure.Timer;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptWriterTest {

  @Test
  void linesOfARunAreAsTheGoldenFileHasThem() throws IOException {
    String lines =
        TranscriptWriter.open(Samples.context(Optional.of(question())))
            + TranscriptWriter.retry(Samples.retry())
            + TranscriptWriter.chunk(
                Samples.chunk(Samples.micros(181_250), "{\"n\":1.50,\n\"e\":\"\\u00e9é\"}"))
            + TranscriptWriter.end(Samples.outcome(Status.COMPLETED, Optional.empty()));

    assertThat(lines).isEqualTo(golden("run.jsonl"));
  }

  @Test
  void endsOfEveryKindAreAsTheGoldenFileHasThem() throws IOException {
    String lines =
        TranscriptWriter.end(end(Status.STOPPED, Optional.empty()))
            + failed(Status.TRUNCATED, new Failure.Connection("the answer is cut off: reset"))
            + failed(Status.TIMED_OUT, new Failure.TimedOut(Timer.IDLE, Duration.ofSeconds(60)))
            + failed(
                Status.FAILED,
                new Failure.Provider(Optional.of("429"), Optional.empty(), "slow down"))
            + failed(Status.FAILED, new Failure.Protocol("malformed JSON", "{\"id\":\n\u0007"))
            + failed(Status.FAILED, new Failure.Sinks("no sink is left: file"));

    assertThat(lines).isEqualTo(golden("ends.jsonl"));
  }

  @Test
  void attributesStandInTheOpenLine() {
    assertThat(TranscriptWriter.open(Samples.context(Map.of("tenant", "a\n\"b\""))))
        .endsWith("/v1\",\"attributes\":{\"tenant\":\"a\\n\\\"b\\\"\"}}\n");
  }

  @Test
  void recordWithoutARequestHasNoSuchField() {
    assertThat(TranscriptWriter.open(Samples.context(Optional.empty())))
        .doesNotContain("request", "attributes")
        .endsWith("/v1\"}\n");
  }

  @Test
  void payloadKeepsItsDigitsEscapesAndOrder() {
    String payload = "{\"b\":1.50e2, \"a\":\"\\u00e9\\/\\ud83d\",\"c\":[ ]}";

    assertThat(TranscriptWriter.chunk(Samples.chunk(Duration.ZERO, payload)))
        .isEqualTo("{\"type\":\"chunk\",\"at_ms\":0,\"data\":" + payload + "}\n");
  }

  @Test
  void rawLineBreaksOfAPayloadBecomeSpaces() {
    String payload = "{\r\n\"a\":\n1}";

    assertThat(TranscriptWriter.chunk(Samples.chunk(Duration.ZERO, payload)))
        .contains("\"data\":{  \"a\": 1}")
        .containsOnlyOnce("\n")
        .doesNotContain("\r");
  }

  @Test
  void textIsEscapedWhereJsonOrUtf8Demands() {
    var failure = new Failure.Connection("\"\\\b\n\r\t\u001f \ud83d\ude00 \ud83d \udc00 é\u2028");

    assertThat(OutcomeJson.error(failure).text())
        .contains("\\\"\\\\\\u0008\\n\\r\\t\\u001f \ud83d\ude00 \\ud83d \\udc00 é\u2028");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "999,0", "1000,0.001", "12300000,12.3", "60000000000,60000", "1999999,1.999"})
  void durationsAreMillisecondsWithAtMostThreeDecimals(long nanos, String written) {
    assertThat(Milliseconds.write(Duration.ofNanos(nanos))).hasToString(written);
  }

  private static ChatRequest question() {
    return ChatRequest.of("m", "Hi?").with("extra", new Json("{\n\"a\":1}"));
  }

  private static String failed(Status status, Failure failure) {
    return TranscriptWriter.end(end(status, Optional.of(failure)));
  }

  private static Outcome end(Status status, Optional<Failure> failure) {
    Outcome.Builder outcome = Outcome.builder(status);
    failure.ifPresent(outcome::failure);
    return outcome.build();
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = TranscriptWriterTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
