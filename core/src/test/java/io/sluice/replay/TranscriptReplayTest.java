package io.sluice.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.Dialect;
import io.sluice.wire.Framing;
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

class TranscriptReplayTest {

  private static final String OPEN =
      "{\"type\":\"open\",\"version\":1,\"started\":\"2026-01-01T00:00:00Z\",\"endpoint\":\"e\",\"request\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}}\n";

  private static final String END = "{\"type\":\"end\",\"status\":\"completed\"}\n";

  @TempDir private Path folder;

  @Test
  void aTranscriptPlaysWithItsTimesAndItsRequest() throws Exception {
    Replay replay = Replay.of(file("a.jsonl", OPEN + chunk(12.5, "Hel") + chunk(40, "lo") + END));
    List<Duration> times = new ArrayList<>();
    try (ChatStream stream = replay.open()) {
      stream.forEach(chunk -> times.add(chunk.at()));
      assertThat(stream.completion().text()).isEqualTo("Hello");
    }
    assertThat(times).containsExactly(Duration.ofNanos(12_500_000), Duration.ofMillis(40));
    assertThat(replay.request().orElseThrow().model()).isEqualTo("m");
  }

  @Test
  void aTranscriptThatNamesNoRequestHasNone() throws Exception {
    String open = "{\"type\":\"open\",\"version\":1}\n";

    assertThat(Replay.of(file("a.jsonl", open + chunk(1, "Hello") + END)).request()).isEmpty();
  }

  @Test
  void aTranscriptAtRecordedSpeedGivesTheSameAnswer() throws Exception {
    Path file = file("a.jsonl", OPEN + chunk(5, "Hel") + chunk(30, "lo") + END);

    try (ChatStream stream = Replay.builder(file).speed(1).build().open()) {
      assertThat(stream.completion().text()).isEqualTo("Hello");
    }
  }

  @Test
  void aStreamThatWaitsForAChunkOfLaterIsStoppedAtOnce() throws Exception {
    Path file = file("a.jsonl", OPEN + chunk(0, "Hel") + chunk(600_000, "lo") + END);
    ChatStream stream = Replay.builder(file).speed(1).build().open();
    assertThat(stream.iterator().next().text()).isEqualTo("Hel");

    stream.close();

    assertThat(stream.outcome().toCompletableFuture().join().status()).isEqualTo(Status.STOPPED);
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
  void aTranscriptWithoutItsEndLineIsTruncatedWithEverythingBefore() throws Exception {
    String torn = OPEN + chunk(1, "Hel") + chunk(2, "lo") + "{\"type\":\"chu";
    Outcome outcome = played(file("a.jsonl.partial", torn));
    assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
    assertThat(outcome.completion().text()).isEqualTo("Hello");
  }

  @Test
  void aTranscriptIsReadInTheDialectItNames() throws Exception {
    Path file = file("a.jsonl", OPEN.replace("\"endpoint\"", "\"dialect\":\"acme\",\"endpoint\""));
    Dialect acme = acme();

    assertThat(Replay.builder(file).dialects(name -> acme).build().dialect()).isEqualTo("acme");
    assertThat(Replay.builder(file).dialect(acme).build().dialect()).isEqualTo("acme");
    assertThatThrownBy(() -> Replay.of(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": the record is in the dialect 'acme'; give the builder that one");
  }

  @Test
  void aTranscriptThatNamesNoDialectIsInOpenAis() throws Exception {
    Replay replay = Replay.builder(file("a.jsonl", OPEN)).dialect(acme()).build();

    assertThat(replay.dialect()).isEqualTo("openai");
  }

  @Test
  void aRecordIsPlayedAsOftenAsItIsOpened() throws Exception {
    Replay replay = Replay.of(file("a.jsonl", OPEN + chunk(1, "Hel") + chunk(2, "lo") + END));
    ChatStream first = replay.open();
    assertThat(first.iterator().next().text()).isEqualTo("Hel");

    assertThat(replay.open().completion().text()).isEqualTo("Hello");
    assertThat(first.completion().text()).isEqualTo("Hello");
  }

  @Test
  void aRecordIsAnsweredIntoAPipelineWithItsOwnRequest() throws Exception {
    Path file = file("a.jsonl", OPEN + chunk(1, "Hello") + END);
    List<StreamContext> told = new ArrayList<>();

    PipelineResult result =
        Pipeline.ofSources().to("a", () -> new Noting(told)).build().run(Replay.of(file));

    assertThat(result.completion().text()).isEqualTo("Hello");
    assertThat(told)
        .singleElement()
        .satisfies(
            context -> {
              assertThat(context.endpoint()).isEqualTo(file.toString());
              assertThat(context.request().orElseThrow().model()).isEqualTo("m");
            });
  }

  @Test
  void recordedRetriesAreToldAgain() throws Exception {
    String retry =
        "{\"type\":\"retry\",\"attempt\":2,\"delay_ms\":5,\"error\":{\"type\":\"connection\","
            + "\"message\":\"reset\"}}\n";
    Replay replay = Replay.of(file("a.jsonl", OPEN + retry + chunk(1, "Hello") + END));
    List<Integer> attempts = new ArrayList<>();
    StreamOptions options =
        StreamOptions.defaults().onRetry(again -> attempts.add(again.attempt()));

    assertThat(replay.open(options).completion().text()).isEqualTo("Hello");
    assertThat(attempts).containsExactly(2);
  }

  @Test
  void whatIsNoRecordIsRefusedInOneLine() {
    assertThatThrownBy(() -> Replay.of(file("empty.jsonl", "")))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("empty.jsonl is empty; there is nothing to replay");
    assertThatThrownBy(() -> Replay.of(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> Replay.of(file("a.jsonl", "{\"type\":\"open\",\"version\":99}\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("99");
  }

  @Test
  void anEventStreamNeedsADecoder() throws Exception {
    Path file = file("a.sse", "data: [DONE]\n\n");

    assertThatThrownBy(() -> Replay.of(file))
        .isInstanceOf(IOException.class)
        .hasMessage(
            file + " is no transcript; to play an event stream, give the builder a decoder for it");
  }

  private static Dialect acme() {
    return (Dialect)
        Proxy.newProxyInstance(
            Dialect.class.getClassLoader(),
            new Class<?>[] {Dialect.class},
            (proxy, method, arguments) ->
                method.getReturnType() == Framing.class ? Framing.SSE : "acme");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Outcome played(Path file) throws IOException {
    try (ChatStream stream = Replay.of(file).open()) {
      try {
        stream.completion();
      } catch (StreamException incomplete) {
        return incomplete.outcome();
      }
      return stream.outcome().toCompletableFuture().join();
    }
  }

  private static String chunk(double at, String content) {
    return "{\"type\":\"chunk\",\"at_ms\":"
        + at
        + ",\"data\":{\"id\":\"c1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":"
        + "{\"content\":\""
        + content
        + "\"}}]}}\n";
  }

  private record Noting(List<StreamContext> told) implements Sink {

    @Override
    public void onOpen(StreamContext context) {
      told.add(context);
    }

    @Override
    public void onChunk(Chunk chunk) {}
  }
}
