package io.sluice.simulator;

import static io.sluice.simulator.Asking.chunks;
import static io.sluice.simulator.Asking.json;
import static io.sluice.simulator.Asking.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.RawClient.Answer;
import io.sluice.simulator.RawClient.End;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.assertj.core.api.ObjectAssert;

/** What a client sees of a fault. */
final class Sights {

  private Sights() {}

  static ObjectAssert<Answer> healthy(Answer answer, int finishes) {
    assertThat(answer.end()).isEqualTo(End.COMPLETE);
    assertThat(answer.body().split("\"finish_reason\":\"stop\"", -1)).hasSize(finishes + 1);
    return assertThat(answer);
  }

  static void ends(Answer answer, End end, int events) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.events()).hasSize(events);
    assertThat(answer.end()).isEqualTo(end);
  }

  static void endsInAnEvent(Answer answer) {
    assertThat(answer.end()).isEqualTo(End.COMPLETE);
    assertThat(answer.events()).hasSize(2);
    assertThat(answer.body()).endsWith("\"choices\":[{\"ind");
  }

  static void endsAfterTheFinish(Answer answer) {
    assertThat(answer.end()).isEqualTo(End.CUT);
    assertThat(answer.body()).doesNotContain("[DONE]").contains("\"finish_reason\":\"stop\"");
  }

  static void afterDone(Answer answer, End end) {
    assertThat(answer.body()).endsWith("data: [DONE]\n\n");
    assertThat(answer.end()).isEqualTo(end);
  }

  static void promisesToStay(Answer answer) {
    afterDone(answer, End.COMPLETE);
    assertThat(answer.head()).contains("Connection: keep-alive", "Keep-Alive: timeout=5");
  }

  static void error(Answer answer, String shape) {
    assertThat(answer.end()).isEqualTo(End.COMPLETE);
    assertThat(answer.body()).contains(shape, "the simulator was asked to fail here");
    assertThat(chunks(answer).size()).isLessThanOrEqualTo(2);
  }

  static void errorThenDone(Answer answer, String shape) {
    error(answer, shape);
    afterDone(answer, End.COMPLETE);
  }

  static void finishesEarly(Answer answer) {
    healthy(answer, 1);
    afterDone(answer, End.COMPLETE);
    assertThat(answer.events().get(0)).contains("\"finish_reason\":\"stop\"");
    assertThat(text(answer, 0)).isNotBlank();
  }

  static void finishesWithEveryChunk(Answer answer) {
    afterDone(answer, End.COMPLETE);
    assertThat(text(answer, 0)).isNotBlank();
    assertThat(chunks(answer))
        .hasSizeGreaterThan(2)
        .allSatisfy(
            chunk ->
                assertThat(chunk.at("/choices/0/finish_reason").asString("")).isEqualTo("stop"));
  }

  static void isTwoAnswers(Answer answer) {
    healthy(answer, 1);
    afterDone(answer, End.COMPLETE);
    List<String> ids = chunks(answer).stream().map(chunk -> chunk.path("id").asString()).toList();
    assertThat(ids.subList(0, 2)).containsOnly(ids.get(0));
    assertThat(ids.subList(2, ids.size())).containsOnly(ids.get(2)).doesNotContain(ids.get(0));
    assertThat(answer.events().get(2)).contains("\"role\":\"assistant\"");
  }

  static void isMalformedOnce(Answer answer) {
    afterDone(answer, End.COMPLETE);
    assertThat(answer.events().get(1)).contains("oops").doesNotEndWith("]}");
    assertThat(json(answer.events().get(2)).path("choices").isEmpty()).isFalse();
  }

  static void limited(Answer answer, String field) {
    afterDone(answer, End.COMPLETE);
    assertThat(answer.head()).contains(field);
  }

  static void status(Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    var error = json(answer.body()).path("error");
    assertThat(error.path("message").asString()).isNotEmpty();
    assertThat(error.toString()).contains(code);
  }

  static void retryAfter(Answer answer, String header) {
    status(answer, 429, "rate_limit_exceeded");
    assertThat(answer.head()).contains(header);
  }

  static void retryAfterADate(Answer answer) {
    retryAfter(answer, "Retry-After: ");
    String date = answer.head().replaceFirst("(?s).*Retry-After: ([^\r]*)\r.*", "$1");
    assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
        .isAfter(ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(1));
  }

  static void redirects(Answer answer) {
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.head()).contains("Location: http://localhost:");
  }

  static void document(Answer answer, String type, String start) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.head()).contains("Content-Type: " + type);
    assertThat(answer.body()).startsWith(start);
    assertThat(answer.end()).isEqualTo(End.COMPLETE);
  }

  static void isInBytes(Answer answer) {
    afterDone(answer, End.COMPLETE);
    assertThat(answer.pieces()).allSatisfy(piece -> assertThat(piece).hasSize(1));
  }

  static void breaksLinesWithCrLf(Answer answer) {
    assertThat(answer.body()).endsWith("data: [DONE]\r\n\r\n");
    assertThat(answer.body().replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
  }

  static String unfolded(Answer answer) throws IOException {
    boolean gzip = answer.head().contains("Content-Encoding: gzip");
    assertThat(answer.head()).contains("Content-Encoding: " + (gzip ? "gzip" : "deflate"));
    var packed = new ByteArrayInputStream(answer.bytes());
    try (var plain = gzip ? new GZIPInputStream(packed) : new InflaterInputStream(packed)) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static void unfolds(Answer answer) throws IOException {
    assertThat(answer.pieces()).as("nothing waits in the compressor").hasSizeGreaterThan(5);
    assertThat(unfolded(answer)).startsWith("data: {").endsWith("data: [DONE]\n\n");
  }

  static void unfoldsTooFar(Answer answer) throws IOException {
    assertThat(answer.bytes().length).isLessThan(20_000);
    assertThat(answer.head()).contains("Content-Encoding: gzip");
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(answer.bytes()))) {
      assertThat(plain.readNBytes(2 << 20))
          .hasSize(2 << 20)
          .startsWith("data: aaa".getBytes(StandardCharsets.US_ASCII));
    }
  }

  static void isLarge(Answer answer) {
    assertThat(answer.end()).isEqualTo(End.COMPLETE);
    assertThat(text(answer, 0)).hasSize(300_000);
  }
}
