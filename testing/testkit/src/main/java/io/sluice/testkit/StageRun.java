package io.sluice.testkit;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.stage.Stage;
import io.sluice.stage.StageChain;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Plays a stream to a stage by hand, without a pipeline, by a clock that moves only when it is told
 * to. What the stage throws comes out of the call that led to it. Mutable; for one thread.
 */
public final class StageRun {

  private final HandTimer timer = new HandTimer();
  private final List<Chunk> passed = new ArrayList<>();
  private final CompletionAccumulator given = new CompletionAccumulator();
  private final StageChain chain;
  private int retries;

  private StageRun(Supplier<? extends Stage> stage) {
    chain = new StageChain(List.of(stage), timer, Runnable::run, passed::add);
  }

  /** Makes a stage and opens it. */
  public static StageRun open(Supplier<? extends Stage> stage) {
    var run = new StageRun(stage);
    run.chain.open(TestContext.usual());
    return run;
  }

  /** All that a stage passes of these chunks and at the end of a complete answer. */
  public static List<Chunk> of(Supplier<? extends Stage> stage, List<Chunk> chunks) {
    StageRun run = open(stage);
    chunks.forEach(run::chunk);
    run.end(Status.COMPLETED);
    run.close();
    return run.passed();
  }

  /** Tells the stage that the request is sent again. */
  public StageRun retry() {
    retries++;
    chain.retry(new Retry(retries + 1, Duration.ZERO, new Failure.Connection("refused")));
    return this;
  }

  /** Gives the stage a chunk. */
  public StageRun chunk(Chunk chunk) {
    given.add(chunk);
    chain.chunk(chunk);
    return this;
  }

  /** Gives the stage a chunk with text of choice 0. */
  public StageRun text(String text) {
    return chunk(Chunks.text(text));
  }

  /** Lets time pass; the stage is woken as it asked. */
  public StageRun after(Duration time) {
    timer.pass(time);
    return this;
  }

  /**
   * Asks the stage, as a pipeline does when a sink behind it was not called for so long; returns
   * whether that sink is told.
   */
  public boolean idle(Duration silence) {
    return chain.idle(silence);
  }

  /** Ends the stream. */
  public StageRun end(Status status) {
    chain.end(Outcome.builder(status).completion(given.result(status)).build());
    return this;
  }

  /** Closes the stage. */
  public void close() {
    chain.close();
  }

  /** All chunks that the stage has passed so far. */
  public List<Chunk> passed() {
    return List.copyOf(passed);
  }

  /** The text of choice 0 of each of the chunks that the stage has passed, if it has any. */
  public List<String> texts() {
    return passed.stream().map(Chunk::text).filter(text -> !text.isEmpty()).toList();
  }

  /** How many wake-ups are still to come. */
  int waiting() {
    return timer.waiting();
  }
}
