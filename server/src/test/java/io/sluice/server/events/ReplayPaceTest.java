package io.sluice.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.server.archive.FoundRun;
import io.sluice.server.archive.PastRun;
import io.sluice.server.archive.RunArchive;
import io.sluice.server.gate.EndpointRights;
import io.sluice.server.http.Refusal;
import io.sluice.server.http.Request;
import io.sluice.server.limits.Limits;
import io.sluice.server.runs.Endpoints;
import io.sluice.server.runs.RunLookup;
import io.sluice.server.runs.RunShelf;
import io.sluice.server.runs.ServedTerms;
import io.sluice.stream.StreamOptions;
import io.sluice.testkit.ScriptedTransport;
import io.sluice.transcript.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of the archive that is followed at the pace at which it came. */
class ReplayPaceTest {

  private static final List<String> LINES =
      List.of(
          "{\"type\":\"open\",\"version\":1,\"id\":\"r\",\"endpoint\":\"e\"}",
          "{\"type\":\"chunk\",\"at_ms\":1000,\"data\":{\"choices\":[]}}",
          "{\"type\":\"chunk\",\"at_ms\":1000,\"data\":{\"choices\":[]}}",
          "{\"type\":\"chunk\",\"at_ms\":3000,\"data\":{\"choices\":[]}}",
          "{\"type\":\"end\",\"status\":\"completed\",\"chunks\":3,\"timing\":{\"total_ms\":4000}}");

  private final CapturedBody client = new CapturedBody();
  private final RunShelf shelf = shelf();

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void eachLineComesWhenItCameFirst() {
    follow("run=r&speed=1");
    assertThat(lines()).containsExactly("1");

    client.pass(Duration.ofMillis(999));
    assertThat(lines()).containsExactly("1");
    client.pass(Duration.ofMillis(1));
    assertThat(lines()).containsExactly("1", "2", "3");
    client.pass(Duration.ofMillis(1_999));
    assertThat(lines()).containsExactly("1", "2", "3");
    client.pass(Duration.ofMillis(1_001));
    assertThat(lines()).containsExactly("1", "2", "3", "4", "5");
    assertThat(client.isOver()).isTrue();
  }

  @Test
  void aFasterOneTakesLessTimeAndOneWithoutAPaceTakesNone() {
    follow("run=r&speed=4");
    client.pass(Duration.ofMillis(999));
    assertThat(client.isOver()).isFalse();
    client.pass(Duration.ofMillis(1));
    assertThat(client.isOver()).isTrue();

    var other = new CapturedBody();
    follow("run=r", other);
    assertThat(other.isOver()).isTrue();
  }

  @Test
  void aViewerThatComesBackGoesOnAtOnceAndAtThePace() {
    follow("run=r:3&speed=1");
    assertThat(lines()).containsExactly("4");

    client.pass(Duration.ofSeconds(1));
    assertThat(lines()).containsExactly("4", "5");
  }

  @Test
  void aClientThatReadsNothingMeanwhileGetsTheLinesThatAreDue() {
    follow("run=r&speed=1");
    client.stopReading();
    client.pass(Duration.ofSeconds(3));
    assertThat(lines()).containsExactly("1");

    client.readOn();
    assertThat(lines()).containsExactly("1", "2", "3", "4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "fast", "NaN", "1e9", ""})
  void whatIsNoSpeedIsRefused(String speed) {
    assertThatThrownBy(() -> follow("run=r&speed=" + speed))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("speed is '" + speed + "'; use 1");
  }

  private List<String> lines() {
    return client
        .text()
        .lines()
        .filter(line -> line.startsWith("id: "))
        .map(line -> line.substring("id: ".length()))
        .toList();
  }

  private void follow(String query) {
    follow(query, client);
  }

  private void follow(String query, CapturedBody out) {
    var found =
        new RunLookup(
            shelf, Optional.of(new OneRun()), Runnable::run, Optional.empty(), Runnable::run);
    Request request = Request.builder("GET", "/api/events?" + query).build().by("ann");
    new Following(found, Limits.standard(), Runnable::run, client::now)
        .lines(request).toCompletableFuture().join().stream().orElseThrow().begin(out);
    out.turn();
  }

  private static RunShelf shelf() {
    var endpoints =
        new Endpoints(
            Map.of("script", ScriptedTransport.answering("x")), new EndpointRights(List.of()));
    return new RunShelf(
        new ServedTerms(
            endpoints,
            List.of(),
            StreamOptions.defaults(),
            Limits.standard(),
            Optional.empty(),
            (delay, task) -> {}),
        System::nanoTime);
  }

  /** An archive that has one run. */
  private static final class OneRun implements RunArchive {

    @Override
    public Optional<PastRun> find(String owner, String id) {
      var open = (TranscriptLine.OpenLine) TranscriptLine.parse(LINES.get(0)).orElseThrow();
      var end = (TranscriptLine.EndLine) TranscriptLine.parse(LINES.get(4)).orElseThrow();
      return Optional.of(new PastRun(id, "m", open, Optional.of(end), Optional.empty(), ""));
    }

    @Override
    public List<PastRun> list(String owner, Optional<Instant> before, int limit) {
      return List.of();
    }

    @Override
    public List<FoundRun> search(String owner, List<String> words, int limit) {
      return List.of();
    }

    @Override
    public void transcript(String id, Consumer<String> lines) {
      LINES.forEach(lines);
    }

    @Override
    public void remove(String id) {}
  }
}
