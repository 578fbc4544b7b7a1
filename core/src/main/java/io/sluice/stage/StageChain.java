package io.sluice.stage;

import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The stages of one run, one behind the other. Pipelines use it, and what calls stages without a
 * pipeline. Mutable; calls must not overlap.
 *
 * <p>What a stage throws comes out of the call that led to it, as a {@link StageException}, when
 * all stages have returned; a {@link VirtualMachineError} comes as it is. The chain is then dead:
 * it calls no stage except to close it, and passes nothing.
 */
public final class StageChain {

  private final List<Supplier<? extends Stage>> makers;
  private final StageTimer timer;
  private final Executor turns;
  private final Consumer<Chunk> behind;
  private final List<StageLink> links = new ArrayList<>();
  private @Nullable Throwable thrown;
  private boolean live;

  /**
   * A chain whose stages are not made yet.
   *
   * @param makers make the stages, in the order in which chunks visit them
   * @param turns runs the calls of {@link Stage#onWake} between the other calls of the chain
   * @param behind takes what the last stage passes
   */
  public StageChain(
      List<Supplier<? extends Stage>> makers,
      StageTimer timer,
      Executor turns,
      Consumer<Chunk> behind) {
    this.makers = List.copyOf(makers);
    this.timer = timer;
    this.turns = turns;
    this.behind = behind;
  }

  /** Makes the stages and opens them, in order, until one throws. */
  public void open(StreamContext context) {
    live = true;
    for (Supplier<? extends Stage> maker : makers) {
      open(maker, context);
    }
    settle();
  }

  /** Whether all stages say that they keep the sum. To be asked when they are open. */
  public boolean keepsTheSum() {
    return links.stream().allMatch(link -> link.stage().keepsTheSum());
  }

  /** Tells every stage that the request is sent again. */
  public void retry(Retry retry) {
    each(link -> link.stage().onRetry(retry));
  }

  /** Gives a chunk to the first stage. */
  public void chunk(Chunk chunk) {
    pass(0, chunk);
    settle();
  }

  /**
   * Asks every stage, until one says no, whether the sinks behind are told that they were not
   * called for so long; false if one says no or the chain is dead.
   */
  public boolean idle(Duration silence) {
    boolean told = live;
    for (StageLink link : links) {
      if (told && live) {
        told = asked(link, silence);
      }
    }
    settle();
    return told;
  }

  /** Ends the stages, the first one first, so that each gets what those before it held. */
  public void end(Outcome outcome) {
    each(
        link -> {
          link.sleep();
          link.stage().onEnd(outcome, link);
        });
    live = false;
  }

  /** Closes the stages, the last one first, each also if another one throws. */
  public void close() {
    live = false;
    for (int last = links.size() - 1; last >= 0; last--) {
      StageLink link = links.get(last);
      link.sleep();
      call(link, closed -> closed.stage().close());
    }
    links.clear();
    settle();
  }

  /** Passes a chunk to the stage of that number, or to what is behind the last one. */
  void pass(int number, Chunk chunk) {
    if (!live) {
      return;
    }
    StageLink link = number < links.size() ? links.get(number) : null;
    try {
      if (link == null) {
        behind.accept(chunk);
      } else {
        link.stage().onChunk(chunk, link);
      }
    } catch (Throwable cause) {
      fail(link, cause);
    }
  }

  /** Calls the stage that asked for it, unless the chain has ended meanwhile. */
  void wake(StageLink link) {
    if (live && link.isDue()) {
      call(link, woken -> woken.stage().onWake(woken));
      settle();
    }
  }

  StageTimer timer() {
    return timer;
  }

  Executor turns() {
    return turns;
  }

  private void open(Supplier<? extends Stage> maker, StreamContext context) {
    if (!live) {
      return;
    }
    try {
      Stage stage = maker.get();
      if (stage == null) {
        throw new IllegalStateException("a stage's supplier made no stage");
      }
      var link = new StageLink(this, links.size(), stage);
      links.add(link);
      call(link, opened -> opened.stage().onOpen(context));
    } catch (Throwable cause) {
      fail(null, cause);
    }
  }

  private boolean asked(StageLink link, Duration silence) {
    try {
      return link.stage().onIdle(silence);
    } catch (Throwable cause) {
      fail(link, cause);
      return false;
    }
  }

  private void each(Call call) {
    for (StageLink link : links) {
      if (live) {
        call(link, call);
      }
    }
    settle();
  }

  private void call(StageLink link, Call call) {
    try {
      call.make(link);
    } catch (Throwable cause) {
      fail(link, cause);
    }
  }

  /** The first failure counts: what follows it may be its consequence. */
  private void fail(@Nullable StageLink link, Throwable cause) {
    live = false;
    if (thrown == null) {
      thrown =
          link == null || cause instanceof VirtualMachineError
              ? cause
              : new StageException(link.stage().name(), cause);
    }
  }

  private void settle() {
    Throwable failure = thrown;
    thrown = null;
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure != null) {
      throw new IllegalStateException(failure); // Only what is declared can be thrown here.
    }
  }

  @FunctionalInterface
  private interface Call {
    void make(StageLink link) throws IOException;
  }
}
