package io.sluice.cli.live;

import io.sluice.cli.terminal.Ticker;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Retry;
import io.sluice.tokens.TokenCount;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Shows what an answer is doing: what it waits for and how long, then its tokens. Mutable; for one
 * run, with a ticking thread beside it.
 */
public final class LiveSink implements Sink {
  private final String source;
  private final Supplier<TokenCount> tokens;
  private final Consumer<String> line;
  private final Shows shows;
  private final Ticker ticks;
  private final LongSupplier clock;
  private Optional<Retry> retry = Optional.empty();
  private Phase phase = Phase.WAITING;
  private long began;
  private long phaseBegan;
  private int frame;
  private boolean over;

  /**
   * Of one answer.
   *
   * @param source the model that is to answer, as a person is told
   * @param tokens what has been counted so far
   * @param line shows a line, and takes it away when it is empty
   * @param clock nanoseconds since any moment
   */
  public LiveSink(
      String source,
      Supplier<TokenCount> tokens,
      Consumer<String> line,
      Shows shows,
      Ticker ticks,
      LongSupplier clock) {
    this.source = source;
    this.tokens = tokens;
    this.line = line;
    this.shows = shows;
    this.ticks = ticks;
    this.clock = clock;
  }

  @Override
  public void onOpen(StreamContext context) {
    begin();
  }

  /** The clock starts, and the line with it. */
  void begin() {
    began = clock.getAsLong();
    ticks.start(this::tick);
  }

  @Override
  public synchronized void onRetry(Retry next) {
    retry = Optional.of(next);
    enter(Phase.RETRYING);
  }

  @Override
  public synchronized void onChunk(Chunk chunk) {
    Phase reached = Phase.BEGUN;
    for (Delta delta : chunk.deltas()) {
      Phase shown = shows.phaseOf(delta);
      reached = shown.compareTo(reached) > 0 ? shown : reached;
    }
    if (reached.compareTo(phase) > 0) {
      enter(reached);
    }
  }

  /** The line is gone before the end of the answer is reported. */
  @Override
  public synchronized void close() {
    over = true;
    ticks.close();
    line.accept("");
  }

  /** One more look at it. */
  synchronized void tick() {
    if (!over) {
      frame++;
      line.accept(text());
    }
  }

  private void enter(Phase next) {
    phase = next;
    phaseBegan = clock.getAsLong();
    if (phase == Phase.SHOWN && shows == Shows.ELSEWHERE) {
      line.accept("");
    }
  }

  private String text() {
    Duration elapsed = since(began);
    return switch (phase) {
      case WAITING -> LiveLine.waiting(frame, source, elapsed);
      case RETRYING -> LiveLine.retrying(frame, retry.orElseThrow(), since(phaseBegan), elapsed);
      case BEGUN -> LiveLine.begun(frame, source, elapsed);
      case HIDDEN -> LiveLine.hidden(frame, tokens.get(), elapsed);
      case SHOWN ->
          shows == Shows.ELSEWHERE ? "" : LiveLine.shown(tokens.get(), since(phaseBegan), elapsed);
    };
  }

  private Duration since(long mark) {
    return Duration.ofNanos(clock.getAsLong() - mark);
  }

  /** How far an answer has come, in order. */
  private enum Phase {
    WAITING,
    RETRYING,
    BEGUN,
    HIDDEN,
    SHOWN
  }

  /** Which tokens a person sees as they come. */
  public enum Shows {
    /** Text and reasoning. */
    ALL,
    /** Text alone. */
    TEXT,
    /** Nothing is shown before the end. */
    NOTHING,
    /** Another program may print them on this terminal, where the line would be in its way. */
    ELSEWHERE;

    private Phase phaseOf(Delta delta) {
      if (!delta.carriesTokens()) {
        return Phase.BEGUN;
      }
      boolean hidden = this == NOTHING || (delta instanceof Delta.Reasoning && this == TEXT);
      return hidden || delta instanceof Delta.ToolCall ? Phase.HIDDEN : Phase.SHOWN;
    }
  }
}
