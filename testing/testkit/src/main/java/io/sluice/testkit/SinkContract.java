package io.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

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
   * empty, and differs for each call.
   */
  protected abstract Map<String, String> options(Path folder);

  /**
   * The output of the sinks that were made with that folder's options; by default the files in it,
   * by name. Override it in the test of a sink that writes elsewhere.
   */
  protected Map<String, String> written(Path folder) {
    return Footprint.filesUnder(folder);
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

    Sink sink = runs.sink(folder);

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
    sink.close();
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
    List<Sink> sinks = runs.sinksOfManyThreads(16);

    for (int i = 0; i < sinks.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean twice = sinks.get(i) == sinks.get(j) && Footprint.hasState(sinks.get(i));
        assertThat(twice).as("D4: one sink with state was given twice; make a new one").isFalse();
      }
    }
    for (Sink sink : sinks) {
      sink.close();
    }
    assertThat(runs.playTwoAtOnce(SinkTrials.whole()))
        .as("D4: what two sinks of two runs at once threw; do they share state?")
        .isEmpty();
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

  /** Checks D7: the output of a stopped or cut answer differs from that of a whole one. */
  @Test
  void d7WhatItWroteTellsAStoppedOrCutAnswerFromAWholeOne() {
    AnswerScript same = AnswerScript.silence().text("All is well.");
    String whole = lasting(same.done());
    assumeFalse(whole.equals("{}"), "D7: nothing lasting was written, so there is nothing to tell");

    for (Map.Entry<String, AnswerScript> less : SinkTrials.lessThanWhole(same).entrySet()) {
      assertThat(lasting(less.getValue()))
          .as("D7: what is left of an answer that " + less.getKey() + "; it looks like a whole one")
          .isNotEqualTo(whole);
    }
    Path folder = runs.folder();
    runs.playAndStop(same, folder);
    assertThat(unnumbered(written(folder)))
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

  private String lasting(AnswerScript stream) {
    Path folder = runs.folder();
    runs.play(stream, folder);
    return unnumbered(written(folder));
  }

  /** Removes names of runs, times and counts, which differ from run to run without a meaning. */
  private static String unnumbered(Map<String, String> written) {
    return written
        .toString()
        .replaceAll("[0-9]{8}-[0-9]{6}-[a-z0-9]{6}", "run")
        .replaceAll("[0-9]+", "0");
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
