package io.sluice.server.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.gate.EndpointRights;
import io.sluice.server.http.Request;
import io.sluice.server.http.StreamedBody;
import io.sluice.server.limits.Limits;
import io.sluice.server.runs.Endpoints;
import io.sluice.server.runs.RunLookup;
import io.sluice.server.runs.RunOrder;
import io.sluice.server.runs.RunShelf;
import io.sluice.server.runs.ServedRun;
import io.sluice.server.runs.ServedTerms;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.ScriptedTransport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewerTest {

  private static final String ORDER =
      "{\"request\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}}";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final CapturedBody client = new CapturedBody();
  private RunShelf shelf = shelf(ScriptedTransport.answering("x"), Limits.standard());

  @AfterEach
  void close() {
    shelf.stopAll();
    shelf.close();
  }

  @Test
  void aConnectionThatIsCutAtAnyByteLosesAndRepeatsNoLine() throws InterruptedException {
    List<ServedRun> runs = runs(ScriptedTransport.answering(words(195)), 2, Limits.standard());
    String query = query(runs);
    byte[] whole = view(query, "");
    Set<Integer> seen = new HashSet<>();

    for (int cut = 0; cut <= whole.length; cut++) {
      // A client has complete events alone, so all cuts within one event are one to the server.
      if (seen.add(ReceivedEvents.complete(whole, cut))) {
        assertThat(afterACut(whole, cut, query, runs)).as("cut after %s", cut).isEqualTo(all(runs));
      }
    }
    assertThat(seen).hasSizeGreaterThan(400);
  }

  @Test
  void aConnectionThatIsCutAgainAndAgainGetsEachLineOnce() throws InterruptedException {
    List<ServedRun> runs = runs(ScriptedTransport.answering(words(60)), 3, Limits.standard());
    String query = query(runs);
    var received = new ReceivedEvents();

    for (int connection = 0; !isComplete(received, runs); connection++) {
      byte[] bytes = view(query, received.lastId());
      received.take(bytes, Math.min(bytes.length, 900 + 37 * (connection % 23)));
    }

    assertThat(received.hellos()).isGreaterThan(10);
    assertThat(received.lines()).isEqualTo(all(runs));
  }

  @Test
  void linesFromTheSpoolFileComeOnceAndInOrder() throws InterruptedException {
    Limits small = Limits.builder().logMemory(2_000).build();
    List<ServedRun> runs = runs(ScriptedTransport.answering(words(300)), 2, small);
    assertThat(runs.get(0).log().isInMemory(0)).isFalse();
    var received = new ReceivedEvents();

    byte[] bytes = view(query(runs), "");
    received.take(bytes, bytes.length);

    assertThat(received.lines()).isEqualTo(all(runs));
  }

  @Test
  void aViewerThatReadsNothingIsSentNothingAndDelaysNoRun() throws InterruptedException {
    List<ServedRun> runs = runs(ScriptedTransport.answering(words(3_000)), 1, Limits.standard());
    client.stopReading();
    body(query(runs), "").begin(client);
    client.turn();

    assertThat(client.bytes().length).isLessThan(1_000);
    client.readOn();
    var received = new ReceivedEvents();
    received.take(client.bytes(), client.bytes().length);
    assertThat(received.lines()).isEqualTo(all(runs));
    assertThat(client.isOver()).isTrue();
  }

  @Test
  void aViewerThatReadsNothingForAMinuteIsCut() {
    shelf = shelf(ScriptedTransport.playing(AnswerScript.silence()), Limits.standard());
    ServedRun run = shelf.start("ann", RunOrder.parse(ORDER)).run();
    body(query(List.of(run)), "").begin(client);
    client.stopReading();

    client.pass(Duration.ofSeconds(59));
    assertThat(client.isCut()).isFalse();
    client.pass(Duration.ofSeconds(32));
    assertThat(client.isCut()).isTrue();
    assertThat(run.viewers()).isZero();
  }

  @Test
  void aCommentBreaksFifteenSecondsOfSilence() throws InterruptedException {
    shelf = shelf(ScriptedTransport.playing(AnswerScript.silence()), Limits.standard());
    ServedRun run = shelf.start("ann", RunOrder.parse(ORDER)).run();
    run.log().await(0, PATIENCE);
    body(query(List.of(run)), "").begin(client);
    client.turn();
    int before = client.text().length();

    client.pass(Duration.ofSeconds(14));
    assertThat(client.text()).hasSize(before);
    client.pass(Duration.ofSeconds(1));
    assertThat(client.text()).hasSize(before + 3).endsWith("\n:\n\n");
    client.pass(Duration.ofSeconds(30));
    assertThat(client.text()).hasSize(before + 9);
  }

  @Test
  void linesThatAreNowhereAnyMoreAreSaid() throws InterruptedException {
    shelf =
        new RunShelf(
            terms(
                ScriptedTransport.answering(words(300)),
                Limits.builder().logMemory(2_000).build(),
                Optional.empty()),
            System::nanoTime);
    ServedRun run = ended(shelf.start("ann", RunOrder.parse(ORDER)).run());

    String text = new String(view(query(List.of(run)) + ":7", ""), UTF_8);

    assertThat(text)
        .containsPattern("id: \\d+\nevent: lost\ndata: \\{\"run\":\"[^\"]+\",\"from\":8,\"to\":");
    assertThat(text).contains("event: end\n");
  }

  @Test
  void aRunThatIsDroppedWhileItIsFollowedEndsWithWhatIsLost() throws InterruptedException {
    List<ServedRun> runs = runs(ScriptedTransport.answering(words(20)), 1, Limits.standard());
    client.stopReading();
    body(query(runs), "").begin(client);
    runs.get(0).log().close();
    client.turn();
    client.readOn();

    assertThat(client.text()).contains("event: lost\n", "\"from\":1,\"to\":25}");
    assertThat(client.isOver()).isTrue();
  }

  @Test
  void whoLeavesIsNoLongerCounted() {
    shelf = shelf(ScriptedTransport.playing(AnswerScript.silence()), Limits.standard());
    ServedRun run = shelf.start("ann", RunOrder.parse(ORDER)).run();
    body(query(List.of(run)), "").begin(client);
    assertThat(run.viewers()).isOne();

    client.leave();

    assertThat(run.viewers()).isZero();
  }

  private Map<String, List<Long>> afterACut(
      byte[] whole, int cut, String query, List<ServedRun> runs) {
    var received = new ReceivedEvents();
    received.take(whole, cut);
    if (!isComplete(received, runs)) {
      byte[] rest = view(query, received.lastId());
      received.take(rest, rest.length);
    }
    return received.lines();
  }

  private boolean isComplete(ReceivedEvents received, List<ServedRun> runs) {
    String last =
        runs.stream()
            .map(run -> String.valueOf(run.log().lines()))
            .collect(Collectors.joining("."));
    return received.lastId().equals(last);
  }

  private byte[] view(String query, String lastId) {
    var viewer = new CapturedBody();
    body(query, lastId).begin(viewer);
    while (!viewer.isOver()) {
      viewer.turn();
    }
    return viewer.bytes();
  }

  private StreamedBody body(String query, String lastId) {
    var following =
        new Following(
            new RunLookup(shelf, Optional.empty(), Runnable::run, Optional.empty(), Runnable::run),
            Limits.standard(),
            Runnable::run,
            client::now);
    Request.Builder request = Request.builder("GET", "/api/events?" + query);
    if (!lastId.isEmpty()) {
      request.header("Last-Event-ID", lastId);
    }
    return following.lines(request.build().by("ann")).toCompletableFuture().join().stream()
        .orElseThrow();
  }

  private List<ServedRun> runs(ChatTransport upstream, int count, Limits limits)
      throws InterruptedException {
    shelf = shelf(upstream, limits);
    List<ServedRun> runs =
        LongStream.range(0, count)
            .mapToObj(number -> shelf.start("ann", RunOrder.parse(ORDER)).run())
            .toList();
    for (ServedRun run : runs) {
      ended(run);
    }
    return runs;
  }

  private static ServedRun ended(ServedRun run) throws InterruptedException {
    while (!run.log().isEnded()) {
      run.log().await(run.log().lines(), PATIENCE);
    }
    return run;
  }

  private static Map<String, List<Long>> all(List<ServedRun> runs) {
    return runs.stream()
        .collect(
            Collectors.toMap(
                ServedRun::id,
                run -> LongStream.rangeClosed(1, run.log().lines()).boxed().toList()));
  }

  private static String query(List<ServedRun> runs) {
    return runs.stream().map(run -> "run=" + run.id()).collect(Collectors.joining("&"));
  }

  private static String[] words(int count) {
    return LongStream.range(0, count).mapToObj(word -> "wörd " + word).toArray(String[]::new);
  }

  private RunShelf shelf(ChatTransport upstream, Limits limits) {
    return new RunShelf(terms(upstream, limits, Optional.ofNullable(folder)), System::nanoTime);
  }

  private static ServedTerms terms(ChatTransport upstream, Limits limits, Optional<Path> spool) {
    return new ServedTerms(
        new Endpoints(Map.of("script", upstream), new EndpointRights(List.of())),
        List.of(),
        StreamOptions.defaults(),
        limits,
        spool,
        (delay, task) -> {});
  }
}
