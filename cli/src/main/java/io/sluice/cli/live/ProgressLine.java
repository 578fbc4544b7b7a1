package io.sluice.cli.live;

import io.sluice.cli.terminal.Figures;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts together a line that says how far a long command is. Mutable; for one thread. */
public final class ProgressLine {
  private static final String DOT = " · ";
  private static final int BAR = 16;
  private static final long LONGEST_IN_SECONDS = 100;
  private static final long LONGEST_IN_MINUTES = 120;

  private final List<String> parts = new ArrayList<>();

  /** A line that says nothing. */
  public ProgressLine() {}

  /** Adds these words. */
  public ProgressLine then(String words) {
    parts.add(words);
    return this;
  }

  /** Adds a bar and numbers, such as {@code ████░░░░░░░░░░░░ 2,500 / 10,000}. */
  public ProgressLine share(long done, long total) {
    return then(bar(done, total) + " " + Figures.number(done) + " / " + Figures.number(total));
  }

  /** Adds a bar and times, such as {@code ████░░░░░░░░░░░░ 15 s / 60 s}. */
  public ProgressLine share(Duration done, Duration total) {
    Duration whole = done.truncatedTo(ChronoUnit.SECONDS);
    return then(bar(done.toMillis(), total.toMillis()) + " " + time(whole) + " / " + time(total));
  }

  /** Adds a number and what it counts, such as {@code 12 failed}; nothing for none. */
  public ProgressLine some(long number, String what) {
    return number > 0 ? count(number, what) : this;
  }

  /** Adds a number and what it counts, also for none. */
  public ProgressLine count(long number, String what) {
    return then(Figures.number(number) + " " + what);
  }

  /** Adds how long it is reckoned to take still, such as {@code ~9 min left}. */
  public ProgressLine left(Duration time) {
    return then("~" + time(time) + " left");
  }

  /** A time in one unit, such as {@code 9 min}: a guess has no more. */
  public static String time(Duration time) {
    long seconds = time.toMillis() / 1000 + (time.toMillis() % 1000 > 0 ? 1 : 0);
    if (seconds < LONGEST_IN_SECONDS) {
      return seconds + " s";
    }
    long minutes = (seconds + 59) / 60;
    return minutes < LONGEST_IN_MINUTES
        ? minutes + " min"
        : String.format(Locale.ROOT, "%.1f h", minutes / 60.0);
  }

  private static String bar(long done, long total) {
    int full = (int) Math.min(BAR, done * BAR / Math.max(1, total));
    return "█".repeat(full) + "░".repeat(BAR - full);
  }

  /** The line, without a line break. */
  @Override
  public String toString() {
    return String.join(DOT, parts);
  }
}
