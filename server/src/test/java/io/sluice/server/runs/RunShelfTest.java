package io.sluice.server.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.pipeline.Delivery;
import io.sluice.server.gate.EndpointRights;
import io.sluice.server.http.Refusal;
import io.sluice.server.limits.Limits;
import io.sluice.server.runs.RunShelf.News;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.StreamOptions;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunShelfTest {

  private static final String REQUEST =
      "\"request\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicLong clock = new AtomicLong();
  private RunShelf shelf = shelf(Limits.standard(), List.of());

  @AfterEach
  void close() {
    shelf.stopAll();
    shelf.close();
  }

  @Test
  void aRunThatHasEndedIsKeptForAWhile() throws InterruptedException {
    ServedRun run = ended(start("quick"));

    clock.addAndGet(Duration.ofMinutes(15).toNanos());
    assertThat(shelf.held("ann", run.id())).contains(run);
    clock.addAndGet(1);
    assertThat(shelf.held("ann", run.id())).isEmpty();
    assertThat(run.log().isClosed()).isTrue();
  }

  @Test
  void aRunUnderWayIsKeptHoweverLongItTakes() {
    ServedRun run = start("silent");

    clock.addAndGet(Duration.ofDays(1).toNanos());

    assertThat(shelf.held("ann", run.id())).contains(run);
    assertThat(run.isLive()).isTrue();
  }

  @Test
  void theOldestRunsMakeRoomWhenMemoryIsShort() throws InterruptedException {
    shelf = shelf(Limits.builder().logMemoryTotal(2_000).build(), List.of());
    ServedRun old = ended(start("quick"));
    for (int run = 0; run < 8; run++) {
      ended(start("quick"));
    }

    assertThat(shelf.held("ann", old.id())).isEmpty();
    assertThat(shelf.of("ann")).hasSizeLessThan(9).isNotEmpty();
  }

  @Test
  void anOrderIsTheSameForTenMinutesAndForItsCallerOnly() {
    String order = order("silent", ",\"client_id\":\"c\"");
    ServedRun run = shelf.start("ann", RunOrder.parse(order)).run();

    assertThat(shelf.start("ann", RunOrder.parse(order)))
        .isEqualTo(new RunShelf.Started(run, News.KNOWN));
    assertThat(shelf.start("ben", RunOrder.parse(order)).news()).isEqualTo(News.NEW);
    clock.addAndGet(Duration.ofMinutes(10).plusNanos(1).toNanos());
    assertThat(shelf.start("ann", RunOrder.parse(order)).news()).isEqualTo(News.NEW);
  }

  @Test
  void runsUnderWayAreLimitedInAllAndByToken() {
    shelf = shelf(Limits.builder().liveRuns(3).runsOfAToken(2).build(), List.of());
    start("silent");
    start("silent");

    assertThat(refusal("ann")).hasMessageContaining("'ann' has 2 runs under way");
    shelf.start("ben", RunOrder.parse(order("silent", "")));
    assertThat(refusal("ben")).hasMessageContaining("there are 3 runs under way");
    assertThat(refusal("ben").status()).isEqualTo(429);
  }

  @Test
  void aRunIsNamedSoThatNobodyGuessesIt() {
    String id = start("silent").id();

    assertThat(id).matches("\\d{8}-\\d{6}-[0-9a-z]{25}");
    assertThat(start("silent").id()).isNotEqualTo(id);
  }

  @Test
  void aRequiredSinkThatDoesNotOpenEndsTheRunAsFailedAndTheLogSaysSo() throws InterruptedException {
    Sink broken =
        new Sink() {
          @Override
          public void onOpen(StreamContext context) throws IOException {
            throw new IOException("no room");
          }

          @Override
          public void onChunk(Chunk chunk) {}
        };
    shelf =
        shelf(
            Limits.standard(),
            List.of(new DeclaredOutlet("broken", () -> broken, Delivery.required())));

    ServedRun run = ended(start("quick"));

    String last = run.log().read(run.log().lines() - 1, 1).lines().get(0).text();
    assertThat(last).contains("\"type\":\"end\"", "\"status\":\"failed\"", "no room");
    assertThat(run.log().read(0, 1).lines().get(0).type()).isEqualTo("open");
  }

  @Test
  void aSinkThatThrowsCostsNoViewerALine() throws InterruptedException {
    Sink broken =
        chunk -> {
          throw new IOException("no room");
        };
    shelf =
        shelf(
            Limits.standard(),
            List.of(new DeclaredOutlet("broken", () -> broken, Delivery.optional())));

    ServedRun run = ended(start("quick"));

    assertThat(run.log().lines()).isEqualTo(7);
    assertThat(run.status()).isEqualTo("completed");
  }

  @Test
  void nothingStartsOnceAllIsStopped() throws InterruptedException {
    ServedRun run = start("silent");

    shelf.stopAll();

    assertThat(ended(run).status()).isEqualTo("stopped");
    assertThat(refusal("ann").status()).isEqualTo(503);
    assertThat(run.log().isClosed()).isFalse();
  }

  private ServedRun start(String endpoint) {
    return shelf.start("ann", RunOrder.parse(order(endpoint, ""))).run();
  }

  private static String order(String endpoint, String more) {
    return "{\"endpoint\":\"" + endpoint + "\"," + REQUEST + more + "}";
  }

  private Refusal refusal(String owner) {
    return catchThrowableOfType(
        Refusal.class, () -> shelf.start(owner, RunOrder.parse(order("silent", ""))));
  }

  /** Waits for the last line, and until the shelf knows: no run counts as under way any more. */
  private ServedRun ended(ServedRun run) throws InterruptedException {
    while (!run.log().isEnded()) {
      run.log().await(run.log().lines(), PATIENCE);
    }
    shelf.settled(run);
    return run;
  }

  private RunShelf shelf(Limits limits, List<DeclaredOutlet> outlets) {
    Map<String, ChatTransport> upstreams = new LinkedHashMap<>();
    upstreams.put("quick", ScriptedTransport.answering("one", "two"));
    upstreams.put("silent", ScriptedTransport.playing(AnswerScript.silence()));
    return new RunShelf(
        new ServedTerms(
            new Endpoints(upstreams, new EndpointRights(List.of())),
            outlets,
            StreamOptions.defaults(),
            limits,
            Optional.empty(),
            (delay, task) -> {}),
        clock::get);
  }
}
