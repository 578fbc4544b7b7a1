package io.sluice.cli.batch;

import io.sluice.batch.BatchProgress;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines that a terminal shows while a batch runs. */
final class ProgressLines {
  private static final String DOT = " · ";
  private static final int BAR = 16;
  private static final long MILLIS_A_MINUTE = 60_000;

  private ProgressLines() {}

  /** Up to three lines, with line feeds between them. */
  static String of(BatchProgress now) {
    List<String> lines = new ArrayList<>();
    lines.add(rows(now));
    if (now.inputTokens() > 0) {
      lines.add(rates(now));
    }
    if (!now.waitingFor().isEmpty()) {
      lines.add("waiting " + time(now.waiting()) + ": " + now.waitingFor());
    }
    return String.join("\n", lines);
  }

  private static String rows(BatchProgress now) {
    List<String> parts = new ArrayList<>();
    String done = BatchWords.number(now.done());
    if (now.total().isPresent() && now.total().getAsLong() > 0) {
      long total = now.total().getAsLong();
      int full = (int) Math.min(BAR, now.done() * BAR / total);
      String bar = "█".repeat(full) + "░".repeat(BAR - full);
      parts.add(bar + " " + done + " / " + BatchWords.number(total));
    } else {
      parts.add(done + " done");
    }
    if (now.failed() > 0) {
      parts.add(BatchWords.number(now.failed()) + " failed");
    }
    parts.add(now.inFlight() + " under way");
    now.left().map(left -> "~" + time(left) + " left").ifPresent(parts::add);
    return String.join(DOT, parts);
  }

  private static String rates(BatchProgress now) {
    List<String> parts = new ArrayList<>();
    parts.add(perMinute(now.answered(), now.elapsed()) + " rows/min");
    parts.add(perMinute(now.inputTokens(), now.elapsed()) + " tok/min in");
    parts.add(perMinute(now.outputTokens(), now.elapsed()) + " out");
    now.cost().map(cost -> cost(cost, now)).ifPresent(parts::add);
    return String.join(DOT, parts);
  }

  private static String cost(BigDecimal cost, BatchProgress now) {
    return BatchWords.money(cost)
        + " so far"
        + now.expectedCost().map(all -> ", ~" + BatchWords.money(all) + " in all").orElse("");
  }

  private static String perMinute(long amount, Duration elapsed) {
    return BatchWords.number(amount * MILLIS_A_MINUTE / Math.max(1, elapsed.toMillis()));
  }

  /** A time in one unit, such as {@code 9 min}: a guess has no more. */
  private static String time(Duration time) {
    long seconds = time.toMillis() / 1000 + (time.toMillis() % 1000 > 0 ? 1 : 0);
    if (seconds < 100) {
      return seconds + " s";
    }
    long minutes = (seconds + 59) / 60;
    return minutes < 120 ? minutes + " min" : String.format(Locale.ROOT, "%.1f h", minutes / 60.0);
  }
}
