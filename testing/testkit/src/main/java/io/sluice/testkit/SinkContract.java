package io.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.pipeline.PipelineResult;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The duties of a sink, D1 to D7 of {@code docs/sink-contract.md}, as tests that a sink's test
 * class inherits. That class only says how to make the sink.
 */
public abstract class SinkContract {

  private final Set<Thread> threadsBefore = Footprint.threads();
  private final Set<ProcessHandle> processesBefore = Footprint.processes();

  /** The stream that the sink under test may write to. */
  @TempDir Path world;

  private GuardedStream out;
  private GuardedStream err;
  private SinkRuns runs;

  /** Creates the tests; the extending test class calls this. */
  protected SinkContract() {}

  /**
   * The factory of the sink under test; for a sink without one, {@code options -> new MySink(...)}.
   */
  protected abstract SinkFactory factory();

  /**
   * The options for one sink. If it writes files, they go into {@code folder}, which exists, is
   * empty, and differs for each call. The value of a secret option is the secret itself.
   */
  protected abstract Map<String, String> options(Path folder);

  /**
   * The output of the sinks that were made with that folder's options; by default the files in it,
   * by name. Override it in the test of a sink that writes elsewhere; what it prints to System.out
   * and System.err is seen without that.
   */
  protected Map<String, String> written(Path folder) {
    return Footprint.filesUnder(folder);
  }

  /**
   * Whether the sink has output that lasts, so that half an answer could look whole; true unless
   * this is overridden. Return false in the test of a sink that keeps nothing, such as a meter.
   */
  protected boolean hasOutput() {
    return true;
  }

  /** Replaces the standard streams of the process by guarded ones. */
  @BeforeEach
  final void guardTheStreamsOfTheProcess() {
    runs = new SinkRuns(this, world);
    out = new GuardedStream(System.out);
    err = new GuardedStream(System.err);
    System.setOut(out);
    System.setErr(err);
  }

  /** Restores the standard streams of the process. */
  @AfterEach
  final void giveTheStreamsOfTheProcessBack() {
    System.setOut(out.guarded());
    System.setErr(err.guarded());
  }

  /** Checks D1: the constructor acquires no resources. */
  @Test
  void d1TheConstructorAcquiresNothing() throws Exception {
    Path folder = runs.folder();
    runs.discard(runs.sink(runs.folder())); // Loading its classes may open something of its own.
    Map<String, String> descriptors = Footprint.descriptors();

    Sink sink = runs.sink(folder);

    assertThat(Footprint.socketsBeside(descriptors))
        .as("D1: sockets that are open before onOpen; open them in onOpen")
        .isEmpty();
    assertThat(Footprint.threadsBeside(threadsBefore))
        .as("D1: threads that run before onOpen; start them in onOpen")
        .isEmpty();
    assertThat(Footprint.processesBeside(processesBefore))
        .as("D1: processes that run before onOpen; start them in onOpen")
        .isEmpty();
    assertThat(Footprint.openFilesUnder(folder))
        .as("D1: files that are open before onOpen; open them in onOpen")
        .isEmpty();
    assertThat(Footprint.filesUnder(folder))
        .as("D1: files that exist before onOpen; create them in onOpen")
        .isEmpty();
    runs.discard(sink);
    assertThat(runs.lostBeforeOpen())
        .as("D1: files that were there and are changed or gone before onOpen; touch them in onOpen")
        .isEmpty();
  }

  /** Checks D2: the sink accepts any stream. */
  @Test
  void d2ItCopesWithWhateverAStreamMayHold() {
    for (Map.Entry<String, AnswerScript> stream : SinkTrials.ofEveryKind().entrySet()) {
      PipelineResult result = runs.play(stream.getValue());

      assertThat(result.sinkFailures())
          .as("D2: what the sink threw at a stream with " + stream.getKey())
          .isEmpty();
    }
  }

  /** Checks D2: a sink that asks to be told of silence accepts that at any moment. */
  @Test
  void d2ItCopesWithSilenceAtAnyMoment() throws Exception {
    try (Sink sink = runs.sink(runs.folder())) {
      sink.onOpen(runs.context());
      Optional<Duration> interval = sink.idleInterval();
      assertThat(interval.filter(asked -> asked.toMillis() < 100))
          .as("D2: the interval after which it is told of silence; use 100 ms or more")
          .isEmpty();
      if (interval.isPresent()) {
        silent(sink, interval.get(), "before the first chunk");
        sink.onChunk(Chunks.text("All "));
        silent(sink, interval.get(), "between chunks");
        sink.onChunk(Chunks.text("is well."));
        silent(sink, interval.get(), "before the end");
      }
    }
  }

  /** Checks D3: close releases everything, also without open or end. */
  @Test
  void d3CloseReleasesEverythingAlsoWithoutOpenOrEnd() throws Exception {
    Path never = runs.folder();
    Sink neverOpened = runs.sink(never);
    assertThatCode(neverOpened::close).as("D3: close without onOpen").doesNotThrowAnyException();

    Path folder = runs.folder();
    Sink neverEnded = runs.sink(folder);
    neverEnded.onOpen(runs.context());
    neverEnded.onChunk(Chunks.text("half an ans"));
    assertThatCode(neverEnded::close).as("D3: close without onEnd").doesNotThrowAnyException();

    assertReleased("D3", folder);
  }

  /** Checks D4: a factory returns a new sink each time, from any thread. */
  @Test
  void d4AFactoryGivesAFreshSinkEachTimeFromAnyThread() throws Exception {
    SinkFactory factory = factory();
    List<Sink> sinks = runs.sinksOfManyThreads(factory, 16);

    for (int i = 0; i < sinks.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean twice = sinks.get(i) == sinks.get(j) && Footprint.hasState(sinks.get(i));
        assertThat(twice).as("D4: one sink with state was given twice; make a new one").isFalse();
      }
    }
    sinks.forEach(runs::discard);
    if (runs.play(SinkTrials.whole()).sinkFailures().isEmpty()) {
      assertThat(runs.playTwoAtOnce(factory, SinkTrials.whole()))
          .as("D4: what two sinks of two runs at once threw; do they share state?")
          .isEmpty();
    }
  }

  /** Checks D4: runs whose sinks are of one factory do not affect each other. */
  @Test
  void d4RunsOfOneFactoryShareNoState() {
    new FactoryTrials(this, runs).assertRunsShareNothing();
  }

  /** Checks D5: the sink never closes streams that it was given. */
  @Test
  void d5ItNeverClosesWhatItWasHanded() {
    runs.play(SinkTrials.whole());
    runs.play(SinkTrials.cut());

    assertThat(out.closed()).as("D5: System.out was closed; flush it instead").isFalse();
    assertThat(err.closed()).as("D5: System.err was closed; flush it instead").isFalse();
  }

  /** Checks D6: the sink leaves no thread, no file handle and no interrupt flag. */
  @Test
  void d6ItLeavesNoThreadNoFileHandleAndNoInterruptFlag() throws Exception {
    for (AnswerScript stream : List.of(SinkTrials.whole(), SinkTrials.cut())) {
      Path folder = runs.folder();
      runs.play(stream, folder);

      assertThat(Thread.interrupted())
          .as("D6: the thread's interrupt flag, set after the run; clear what you set")
          .isFalse();
      assertReleased("D6", folder);
    }
  }

  /** Checks D1, D4, D5 and D6 in another JVM, in which only this sink is used. */
  @Test
  void itLeavesNothingInAJvmOfItsOwn() throws Exception {
    ProbeReport report = FreshJvm.probe(getClass(), runs.folder());
    assumeTrue(
        report.found(ProbeReport.Finding.IMPOSSIBLE).isEmpty(),
        () -> "not used in a JVM of its own: " + report.found(ProbeReport.Finding.IMPOSSIBLE));

    for (ProbeReport.Finding finding : ProbeReport.Finding.values()) {
      assertThat(report.found(finding)).as(finding.complaint()).isEmpty();
    }
  }

  /** Checks D7: the output of a stopped or cut answer differs from that of a whole one. */
  @Test
  void d7WhatItWroteTellsAStoppedOrCutAnswerFromAWholeOne() {
    AnswerScript same = AnswerScript.silence().text("All is well.");
    printed();
    String whole = lasting(same.done());
    if (isWithoutOutput(whole)) {
      return;
    }
    for (Map.Entry<String, AnswerScript> less : SinkTrials.lessThanWhole(same).entrySet()) {
      assertThat(lasting(less.getValue()))
          .as("D7: what is left of an answer that " + less.getKey() + "; it looks like a whole one")
          .isNotEqualTo(whole);
    }
    Path folder = runs.folder();
    runs.playAndStop(same, folder);
    assertThat(lasting(folder))
        .as("D7: what is left of an answer that was stopped; it looks like a whole one")
        .isNotEqualTo(whole);
  }

  private static void silent(Sink sink, Duration interval, String moment) {
    for (int times = 1; times <= 3; times++) {
      Duration silence = interval.multipliedBy(times);
      assertThatCode(() -> sink.onIdle(silence))
          .as("D2: what the sink threw when it was told of silence " + moment)
          .doesNotThrowAnyException();
    }
  }

  private boolean isWithoutOutput(String whole) {
    boolean isNone = whole.equals(WrittenText.NONE);
    assertThat(isNone && hasOutput())
        .as(
            "D7: no output of a whole answer was seen; let written(folder) return it, or"
                + " hasOutput() return false if there is none")
        .isFalse();
    assertThat(isNone || hasOutput())
        .as("D7: there is output, although hasOutput() returns false: " + whole)
        .isTrue();
    return isNone || whole.equals(WrittenText.SIGNALS);
  }

  private String lasting(AnswerScript stream) {
    Path folder = runs.folder();
    runs.play(stream, folder);
    return lasting(folder);
  }

  /** What a sink wrote, or else what was printed while it did. */
  private String lasting(Path folder) {
    Map<String, String> written = written(folder);
    String printed = printed();
    return written.isEmpty() ? WrittenText.printed(printed) : WrittenText.unnumbered(written);
  }

  private String printed() {
    return out.printed() + err.printed();
  }

  private void assertReleased(String duty, Path folder) throws IOException, InterruptedException {
    assertThat(Footprint.openFilesUnder(folder))
        .as(duty + ": files that are open after close; close them")
        .isEmpty();
    assertThat(Footprint.threadsBeside(threadsBefore))
        .as(duty + ": threads that run five seconds after close; end them")
        .isEmpty();
    assertThat(Footprint.processesBeside(processesBefore))
        .as(duty + ": processes that run after close; end them")
        .isEmpty();
  }
}
