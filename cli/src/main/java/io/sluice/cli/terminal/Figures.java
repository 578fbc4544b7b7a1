package io.sluice.cli.terminal;

import io.sluice.stream.Progress;
import io.sluice.tokens.Basis;
import io.sluice.tokens.TokenCount;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/** Figures as people read them. */
public final class Figures {
  private static final double MINUTE = 60;
  private static final double NANOS = 1e9;

  private Figures() {}

  /** A time, such as {@code 412 ms}, {@code 4.9 s} or {@code 2 min 5 s}. */
  public static String time(Duration time) {
    return time.toMillis() < 1000 ? time.toMillis() + " ms" : seconds(time);
  }

  /** A time in seconds, such as {@code 0.4 s}, which does not change its unit while it grows. */
  public static String seconds(Duration time) {
    double seconds = time.toNanos() / NANOS;
    if (seconds < MINUTE) {
      return String.format(Locale.ROOT, "%.1f s", Math.floor(seconds * 10) / 10);
    }
    return time.toMinutes() + " min " + time.toSecondsPart() + " s";
  }

  /**
   * A count, such as {@code 184 tokens}, or {@code ~184 tokens} where another tokenizer counts
   * them.
   */
  public static String tokens(TokenCount counted) {
    return count(counted) + (counted.tokens() == 1 ? " token" : " tokens");
  }

  /** A count of tokens without a word, such as {@code 184}, or {@code ~184} for an estimate. */
  public static String count(TokenCount counted) {
    return (counted.basis() == Basis.ESTIMATED ? "~" : "") + counted.tokens();
  }

  /** A number in groups of three digits, such as {@code 10,000}. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** The figures of a run, such as {@code prompt 12, completion 30, total 42 tokens}. */
  public static String usage(long prompt, long completion, long total) {
    return "prompt " + prompt + ", completion " + completion + ", total " + total + " tokens";
  }

  /** A rate, such as {@code 41 tok/s}; empty for what has no length in time. */
  public static String rate(long tokens, Duration time) {
    String rate = perSecond(tokens, time);
    return rate.isEmpty() ? "" : rate + " tok/s";
  }

  /** Tokens per second without a unit, such as {@code 41}; empty for what has no length in time. */
  public static String perSecond(long tokens, Duration time) {
    OptionalDouble rate = Progress.rate(tokens, time);
    return rate.isEmpty()
        ? ""
        : String.format(Locale.ROOT, rate.getAsDouble() < 10 ? "%.1f" : "%.0f", rate.getAsDouble());
  }
}
