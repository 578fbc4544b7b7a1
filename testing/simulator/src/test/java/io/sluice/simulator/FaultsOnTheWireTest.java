package io.sluice.simulator;

import static io.sluice.simulator.Asking.ask;
import static io.sluice.simulator.Asking.stream;
import static io.sluice.simulator.Asking.text;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.JsonObject;
import io.sluice.simulator.RawClient.Answer;
import io.sluice.simulator.RawClient.End;
import io.sluice.simulator.fault.Fault;
import io.sluice.simulator.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault as a client's socket sees it. */
class FaultsOnTheWireTest {

  /** With a seed, for else an answer may be a single dot, and too short for what is seen. */
  private static final String REQUEST =
      stream("\"seed\":3", "\"stream_options\":{\"include_usage\":false}");

  /** What is seen when a fault plays. */
  @FunctionalInterface
  interface Sight {
    void see(Answer answer) throws IOException;
  }

  private static final Map<String, Sight> SIGHTS = new LinkedHashMap<>();

  static {
    sight("cut=2", answer -> Sights.ends(answer, End.CUT, 2));
    sight("cut=0", answer -> Sights.ends(answer, End.CUT, 0));
    sight("end=2", answer -> Sights.ends(answer, End.COMPLETE, 2));
    sight("reset=2", answer -> Sights.ends(answer, End.RESET, 2));
    sight("stall=1", answer -> Sights.ends(answer, End.OPEN, 1));
    sight("truncated-event=1", Sights::endsInAnEvent);
    sight("cut-finish", Sights::endsAfterTheFinish);
    sight("stall-finish", answer -> endsBehindTheFinish(answer, End.OPEN));
    sight("reset-finish", answer -> endsBehindTheFinish(answer, End.RESET));
    sight(
        "unfinished-done",
        answer -> assertThat(answer.body()).endsWith("\n\ndata: [DONE]").contains("\"stop\""));
    sight(
        "error-after-finish",
        answer ->
            assertThat(answer.body()).containsSubsequence("\"stop\"", "{\"error\":", "[DONE]"));
    sight("comments-only=1", answer -> Sights.ends(answer, End.OPEN, 1));
    sight("pretty", FaultsOnTheWireTest::isJsonOverManyLines);
    sight("deflate", Sights::unfolds);
    sight(
        "no-done",
        answer ->
            Sights.healthy(answer, 1).extracting(Answer::body).asString().doesNotContain("[DONE]"));
    sight(
        "missing-finish",
        answer ->
            Sights.healthy(answer, 0)
                .extracting(Answer::body)
                .asString()
                .doesNotContain("\"stop\""));
    sight("open-after-done", answer -> Sights.afterDone(answer, End.OPEN));
    sight("keep-alive-close", Sights::promisesToStay);
    sight("error-event=1", answer -> Sights.error(answer, "data: {\"error\":{\"message\":"));
    sight("error-string=1", answer -> Sights.error(answer, "data: {\"error\":\""));
    sight(
        "error-named-event=1", answer -> Sights.error(answer, "event: error\ndata: {\"message\":"));
    sight("error-line=1", answer -> Sights.error(answer, "\nerror: {\"code\":500"));
    sight(
        "error-with-choices=1",
        answer -> Sights.error(answer, "\"finish_reason\":\"error\"}],\"error\":{"));
    sight(
        "error-dashscope=1", answer -> Sights.errorThenDone(answer, "{\"code\":\"InternalError\""));
    sight(
        "error-cloudflare=1", answer -> Sights.errorThenDone(answer, "\"errors\":[{\"code\":5007"));
    sight("error-detail=1", answer -> Sights.errorThenDone(answer, "data: {\"detail\":\""));
    sight("error-details=1", answer -> Sights.errorThenDone(answer, "500,\"details\":\""));
    sight("error-flat=1", answer -> Sights.errorThenDone(answer, "data: {\"type\":\"error\","));
    sight("error-qianfan=1", answer -> Sights.errorThenDone(answer, "\"error_msg\":\""));
    sight("error-minimax=1", answer -> Sights.errorThenDone(answer, "\"base_resp\":{"));
    sight("error-empty-choices=1", answer -> Sights.errorThenDone(answer, "{\"choices\":[],"));
    sight("finish-early=1", Sights::finishesEarly);
    sight("finish-every", Sights::finishesWithEveryChunk);
    sight("splice=2", Sights::isTwoAnswers);
    sight("dead-connection=1", answer -> Sights.afterDone(answer, End.COMPLETE));
    sight("malformed=1", Sights::isMalformedOnce);
    sight("status=401", answer -> Sights.status(answer, 401, "invalid_api_key"));
    sight("status=500", answer -> Sights.status(answer, 500, "server_error"));
    sight("retry-after=7", answer -> Sights.retryAfter(answer, "Retry-After: 7\r\n"));
    sight("retry-after-date=7", Sights::retryAfterADate);
    sight("quota", answer -> Sights.status(answer, 429, "insufficient_quota"));
    sight("redirect=302", Sights::redirects);
    sight("no-stream-options", answer -> Sights.status(answer, 400, "stream_options"));
    sight("html", answer -> Sights.document(answer, "text/html", "<!doctype html>"));
    sight("json-error", answer -> Sights.document(answer, "application/json", "{\"error\":"));
    sight("whole", answer -> Sights.document(answer, "application/json", "{\"id\":"));
    sight("empty", answer -> Sights.ends(answer, End.COMPLETE, 0));
    sight("byte-per-write", Sights::isInBytes);
    sight(
        "one-write",
        answer -> Sights.healthy(answer, 1).satisfies(one -> assertThat(one.pieces()).hasSize(1)));
    sight("crlf", Sights::breaksLinesWithCrLf);
    sight(
        "no-space",
        answer -> assertThat(answer.body()).startsWith("data:{").contains("data:[DONE]"));
    sight("bom", answer -> assertThat(answer.body()).startsWith("\uFEFFdata: {"));
    sight(
        "comments=4",
        answer -> assertThat(answer.body()).startsWith(": keep-alive\n\n".repeat(4) + "data"));
    sight("slow-headers=1", answer -> Sights.afterDone(answer, End.COMPLETE));
    sight("slow-first-token=1", answer -> Sights.afterDone(answer, End.COMPLETE));
    sight("rate=1000", answer -> Sights.afterDone(answer, End.COMPLETE));
    sight("freeze=0,0", answer -> Sights.afterDone(answer, End.COMPLETE));
    sight("burst-tokens=3", answer -> Sights.afterDone(answer, End.COMPLETE));
    sight("rpm=60", answer -> Sights.limited(answer, "x-ratelimit-limit-requests: 60"));
    sight("tpm=9000", answer -> Sights.limited(answer, "x-ratelimit-limit-tokens: 9000"));
    sight("slow-loris=0", Sights::isInBytes);
    sight("gzip", Sights::unfolds);
    sight("oversized-event=300000", Sights::isLarge);
    sight("many-choices=500", answer -> assertThat(text(answer, 499)).isEqualTo("a"));
    sight(
        "deep-json=900",
        answer -> assertThat(answer.body()).contains("[".repeat(900) + "]".repeat(900)));
    sight("gzip-bomb=2", Sights::unfoldsTooFar);
    sight("times=1", answer -> Sights.afterDone(answer, End.COMPLETE));
    sight("then-ok", answer -> Sights.afterDone(answer, End.COMPLETE));
  }

  private static void isJsonOverManyLines(Answer answer) {
    assertThat(answer.body()).contains(",\ndata: \"choices\"").endsWith("data: [DONE]\n\n");
    Stream.of(answer.body().split("\n\n"))
        .map(event -> event.lines().map(line -> line.substring(6)).collect(joining("\n")))
        .filter(data -> !data.equals("[DONE]"))
        .forEach(JsonObject::read);
  }

  private static void endsBehindTheFinish(Answer answer, End end) {
    assertThat(answer.end()).isEqualTo(end);
    assertThat(answer.body()).contains("\"stop\"").doesNotContain("[DONE]");
  }

  private static Simulator simulator;

  @BeforeAll
  static void start() {
    simulator = Simulator.start();
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  private static void sight(String fault, Sight sight) {
    SIGHTS.put(fault, sight);
  }

  private static Sight sightOf(String fault) {
    return Objects.requireNonNull(SIGHTS.get(fault));
  }

  static Iterable<String> faults() {
    return SIGHTS.keySet();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsSeenOnTheWire(String fault) throws IOException {
    try (var client = new RawClient(simulator).expectingSilence()) {
      client.chat(REQUEST, "X-Simulate: " + fault);
      sightOf(fault).see(client.answer());
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aServerCanHaveTheFaultForEveryone(String fault) throws IOException {
    try (var faulty = Simulator.builder().fault(Fault.parse(fault)).start();
        var client = new RawClient(faulty).expectingSilence()) {
      client.chat(REQUEST);
      sightOf(fault).see(client.answer());
    }
  }

  @Test
  void noFaultGoesUnseen() {
    assertThat(SIGHTS.keySet().stream().map(fault -> fault.replaceFirst("=.*", "")).toList())
        .as("the endless ones and no-headers have tests of their own")
        .containsAll(
            Fault.kinds().stream()
                .map(FaultKind::name)
                .filter(name -> !name.startsWith("endless") && !name.equals("no-headers"))
                .toList());
  }

  @Test
  void noHeadersMeansSilence() throws IOException {
    try (var client = new RawClient(simulator)) {
      assertThat(client.chat(stream(), "X-Simulate: no-headers").isSilent()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aDeadConnectionSwallowsWhatFollows(int answered) throws IOException {
    String header = "X-Simulate: dead-connection=" + answered;
    try (var client = new RawClient(simulator);
        var other = new RawClient(simulator)) {
      for (int i = 0; i < answered; i++) {
        assertThat(client.chat(stream(), header).answer().end()).isEqualTo(End.COMPLETE);
      }
      assertThat(client.chat(stream(), header).isSilent()).isTrue();
      assertThat(other.chat(stream(), header).answer().end()).isEqualTo(End.COMPLETE);
    }
  }

  @Test
  void withoutAnEndMarkerTheSocketMayStayOpenBehindTheUsage() throws IOException {
    try (var client = new RawClient(simulator).expectingSilence()) {
      client.chat(
          stream("\"stream_options\":{\"include_usage\":true}"),
          "X-Simulate: no-done, open-after-done");
      Answer answer = client.answer();
      assertThat(answer.end()).isEqualTo(End.OPEN);
      assertThat(answer.events()).last().asString().contains("\"total_tokens\":");
    }
  }

  @Test
  void anEndlessAnswerGoesOn() throws IOException {
    try (var client = new RawClient(simulator)) {
      var answer = client.chat(stream(), "X-Simulate: endless").answer(5000);
      assertThat(text(answer, 0)).isEqualTo("la ".repeat(5000));
    }
  }

  @Test
  void anEndlessLineHasNoBreak() throws IOException {
    try (var client = new RawClient(simulator)) {
      var answer = client.chat(stream(), "X-Simulate: endless-line").answer(100);
      assertThat(answer.body())
          .startsWith("data: aaa")
          .doesNotContain("\n")
          .hasSizeGreaterThan(6_000_000);
    }
  }

  @Test
  void endlessHeadersNeverReachABody() throws IOException {
    try (var client = new RawClient(simulator)) {
      client.chat(stream(), "X-Simulate: endless-headers");
      String head = new String(client.read(2_000_000), StandardCharsets.US_ASCII);
      assertThat(head).startsWith("HTTP/1.1 200 OK\r\nX-Endless: a").doesNotContain("\r\n\r\n");
    }
  }

  @Test
  void anEndlessAnswerNobodyReadsHoldsUpNobodyElse() throws IOException {
    try (var client = new RawClient(simulator)) {
      client.chat(stream(), "X-Simulate: endless").answer(1);
      // The one thread waits for this client to read, and serves others all the while.
      for (int i = 0; i < 20; i++) {
        assertThat(ask(simulator, stream()).body()).endsWith("data: [DONE]\n\n");
      }
    }
  }
}
