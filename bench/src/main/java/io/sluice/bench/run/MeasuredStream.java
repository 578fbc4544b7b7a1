package io.sluice.bench.run;

import io.sluice.bench.measure.BenchClock;
import io.sluice.bench.measure.LevelMeter;
import io.sluice.bench.measure.TextTokens;
import io.sluice.bench.measure.TokenGaps;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import java.util.concurrent.Flow;

/**
 * Reads one stream as fast as it comes and counts its tokens, on the event loop. What it measures
 * is read once the stream has ended.
 */
final class MeasuredStream implements Flow.Subscriber<Chunk> {
  private final LevelMeter meter;
  private final BenchClock clock;
  private final TextTokens tally;
  private final TokenGaps gaps;
  private final Runnable issuing;
  private volatile long counted;

  /**
   * A stream that has not begun.
   *
   * @param issuing called just before the request is sent
   */
  MeasuredStream(LevelMeter meter, BenchClock clock, TextTokens tally, Runnable issuing) {
    this.meter = meter;
    this.clock = clock;
    this.tally = tally;
    this.issuing = issuing;
    gaps = new TokenGaps(meter.gaps(clock));
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    issuing.run();
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(Chunk chunk) {
    boolean carries = false;
    long before = counted;
    long now = before;
    for (Delta delta : chunk.deltas()) {
      if (delta.carriesTokens()) {
        carries = true;
        now = Math.max(now, tally.append(text(delta)));
      }
    }
    if (carries) {
      counted = now;
      gaps.add(chunk.at().toNanos(), now - before);
      if (now > before) {
        meter.tokens(clock.nanos(), now - before);
      }
    }
  }

  @Override
  public void onError(Throwable failure) {
    gaps.end();
  }

  @Override
  public void onComplete() {
    gaps.end();
  }

  /** The tokens that came, by our count. */
  long tokens() {
    return counted;
  }

  /** The longest gap between two reads that brought tokens. */
  long stall() {
    return gaps.longest();
  }

  private static String text(Delta delta) {
    if (delta instanceof Delta.Text text) {
      return text.text();
    }
    if (delta instanceof Delta.Reasoning reasoning) {
      return reasoning.text();
    }
    if (delta instanceof Delta.Refusal refusal) {
      return refusal.text();
    }
    return delta instanceof Delta.ToolCall call ? call.name() + call.arguments() : "";
  }
}
