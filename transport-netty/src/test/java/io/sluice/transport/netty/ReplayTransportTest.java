package io.sluice.transport.netty;

import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.error;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.wire.Dialect;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTransportTest {

  private static final ChatRequest ASKED = ChatRequest.of("asked", "anything");

  private static final String OPEN =
      "{\"type\":\"open\",\"version\":1,\"started\":\"2026-01-01T00:00:00Z\",\"endpoint\":\"e\","
          + "\"request\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}}\n";

  @TempDir private Path folder;

  @Test
  void anEventStreamPlaysAsItWasReceived() throws Exception {
    Outcome outcome = played(file("a.sse", text("Hel") + text("lo") + finish("stop") + DONE));
    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.completion().text()).isEqualTo("Hello");
    assertThat(outcome.chunks()).isEqualTo(3);
    assertThat(outcome.irregularities()).isEmpty();
  }

  @Test
  void anEventStreamThatWasCutIsTruncated() throws Exception {
    Outcome outcome = played(file("a.sse", text("Hel") + "data: {\"choices\""));
    assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
    assertThat(outcome.completion().text()).isEqualTo("Hel");
  }

  @Test
  void anEventStreamWithAnErrorFailsAgain() throws Exception {
    Outcome outcome = played(file("a.sse", text("Hel") + error("overloaded", "x")));
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure()).containsInstanceOf(Failure.Provider.class);
  }

  @Test
  void aRecordIsReadOnlyAsFastAsItIsAskedFor() throws Exception {
    Path file = file("long.sse", text("a").repeat(5_000) + finish("stop") + DONE);
    try (var transport = ReplayTransport.of(file);
        ChatStream stream = transport.stream(ASKED)) {
      int chunks = 0;
      for (Chunk chunk : stream) {
        chunks++;
        assertThat(chunk.json()).isNotEmpty();
      }
      assertThat(chunks).isEqualTo(5_001);
    }
  }

  @Test
  void aTranscriptPlaysWithItsTimesAndItsRequest() throws Exception {
    Path file =
        file(
            "a.jsonl",
            OPEN
                + chunk(12.5, "Hel")
                + chunk(40, "lo")
                + "{\"type\":\"end\",\"status\":\"completed\"}\n");
    try (var transport = ReplayTransport.of(file);
        ChatStream stream = transport.stream(ASKED)) {
      assertThat(transport.answers(ASKED).orElseThrow().model()).isEqualTo("m");
      List<Duration> times = new ArrayList<>();
      stream.forEach(chunk -> times.add(chunk.at()));
      assertThat(times).containsExactly(Duration.ofNanos(12_500_000), Duration.ofMillis(40));
      assertThat(stream.completion().text()).isEqualTo("Hello");
    }
  }

  @Test
  void aTranscriptAtRecordedSpeedGivesTheSameAnswer() throws Exception {
    Path file =
        file(
            "a.jsonl",
            OPEN
                + chunk(5, "Hel")
                + chunk(30, "lo")
                + "{\"type\":\"end\",\"status\":\"completed\"}\n");
    try (var transport = ReplayTransport.builder(file).speed(1).build();
        ChatStream stream = transport.stream(ASKED)) {
      assertThat(stream.completion().text()).isEqualTo("Hello");
    }
  }

  @Test
  void aTranscriptEndsAsItsEndLineSays() throws Exception {
    Outcome outcome =
        played(
            file(
                "a.jsonl",
                OPEN
                    + chunk(1, "Hel")
                    + "{\"type\":\"end\",\"status\":\"timed_out\",\"error\":{\"type\":\"timeout\","
                    + "\"which\":\"idle\",\"message\":\"m\",\"limit_ms\":5},"
                    + "\"irregularities\":[{\"kind\":\"unknown_field\",\"times\":2}]}\n"));
    assertThat(outcome.status()).isEqualTo(Status.TIMED_OUT);
    assertThat(outcome.completion().text()).isEqualTo("Hel");
    assertThat(outcome.irregularities())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.kind()).isEqualTo(Kind.UNKNOWN_FIELD);
              assertThat(each.times()).isEqualTo(2);
            });
  }

  @Test
  void aTornLastLineIsLeftOutAndReported() throws Exception {
    Outcome outcome = played(file("a.jsonl", OPEN + chunk(1, "Hel") + "{\"type\":\"chu"));
    assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
    assertThat(outcome.completion().text()).isEqualTo("Hel");
    assertThat(outcome.failure().orElseThrow().message())
        .contains("no end line: it was cut off within a line, which is left out");
  }

  @Test
  void aRecordAfterOneThatWasCutOffIsNotMixedIntoIt() throws Exception {
    String torn = OPEN + chunk(1, "Hel") + "{\"type\":\"chu\n";
    Outcome outcome = played(file("a.jsonl", torn + OPEN + chunk(1, "lo")));
    assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
    assertThat(outcome.completion().text()).isEqualTo("Hel");
  }

  @Test
  void aTranscriptIsReadInTheDialectItNames() throws Exception {
    Path file = file("a.jsonl", OPEN.replace("\"endpoint\"", "\"dialect\":\"acme\",\"endpoint\""));
    Dialect acme = acme();
    try (var named = ReplayTransport.builder(file).dialects(name -> acme).build();
        var given = ReplayTransport.builder(file).dialect(acme).build()) {
      assertThat(named.dialect()).isEqualTo("acme");
      assertThat(given.dialect()).isEqualTo("acme");
    }
    assertThatThrownBy(() -> ReplayTransport.of(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": the record is in the dialect 'acme'; give the builder that one");
  }

  @Test
  void aRecordThatNamesNoDialectIsInOpenAisIfItIsATranscript() throws Exception {
    Path transcript = file("a.jsonl", OPEN);
    Path events = file("a.sse", DONE);
    try (var played = ReplayTransport.builder(transcript).dialect(acme()).build();
        var streamed = ReplayTransport.builder(events).dialect(acme()).build()) {
      assertThat(played.dialect()).isEqualTo("openai");
      assertThat(streamed.dialect()).isEqualTo("acme");
    }
  }

  @Test
  void aTranscriptWithoutItsEndLineIsTruncatedWithEverythingBefore() throws Exception {
    String torn = OPEN + chunk(1, "Hel") + chunk(2, "lo") + "{\"type\":\"chu";
    Outcome outcome = played(file("a.jsonl.partial", torn));
    assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
    assertThat(outcome.completion().text()).isEqualTo("Hello");
  }

  @Test
  void theSameTransportPlaysAgain() throws Exception {
    Path file = file("a.sse", text("a") + finish("stop") + DONE);
    try (var transport = ReplayTransport.of(file)) {
      assertThat(transport.complete(ASKED).text()).isEqualTo("a");
      assertThat(transport.complete(ASKED).text()).isEqualTo("a");
    }
  }

  @Test
  void aStopInTheMiddleLeavesTheFileAlone() throws Exception {
    Path file = file("a.sse", text("a").repeat(1_000));
    try (var transport = ReplayTransport.of(file)) {
      ChatStream stream = transport.stream(ASKED);
      assertThat(stream.iterator().next().text()).isEqualTo("a");
      stream.close();
      assertThat(stream.outcome().toCompletableFuture().join().status()).isEqualTo(Status.STOPPED);
    }
  }

  @Test
  void whatIsNoRecordIsRefusedInOneLine() throws Exception {
    assertThatThrownBy(() -> ReplayTransport.of(file("empty.sse", "")))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("empty.sse is empty; there is nothing to replay");
    assertThatThrownBy(() -> ReplayTransport.of(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(
            () -> ReplayTransport.of(file("a.jsonl", "{\"type\":\"open\",\"version\":99}\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("99");
  }

  private static Dialect acme() {
    return (Dialect)
        Proxy.newProxyInstance(
            Dialect.class.getClassLoader(),
            new Class<?>[] {Dialect.class},
            (proxy, method, arguments) -> "acme");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Outcome played(Path file) throws IOException {
    try (var transport = ReplayTransport.of(file);
        ChatStream stream = transport.stream(ASKED)) {
      try {
        stream.completion();
      } catch (StreamException incomplete) {
        return incomplete.outcome();
      }
      return stream.outcome().toCompletableFuture().join();
    }
  }

  private static String chunk(double at, String content) {
    String data = text(content).substring("data: ".length()).strip();
    return "{\"type\":\"chunk\",\"at_ms\":" + at + ",\"data\":" + data + "}\n";
  }
}
