package io.sluice.cli.batch;

import io.sluice.batch.BatchProgress;
import io.sluice.cli.live.ProgressLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The lines that a terminal shows while a batch runs. */
final class ProgressLines {
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
      lines.add("waiting " + ProgressLine.time(now.waiting()) + ": " + now.waitingFor());
    }
    return String.join("\n", lines);
  }

  private static String rows(BatchProgress now) {
    var line = new ProgressLine();
    long total = now.total().orElse(0);
    if (total > 0) {
      line.share(now.done(), total);
    } else {
      line.count(now.done(), "done");
    }
    line.some(now.failed(), "failed").count(now.inFlight(), "under way");
    now.left().ifPresent(line::left);
    return line.toString();
  }

  private static String rates(BatchProgress now) {
    ProgressLine line =
        new ProgressLine()
            .count(perMinute(now.answered(), now.elapsed()), "rows/min")
            .count(perMinute(now.inputTokens(), now.elapsed()), "tok/min in")
            .count(perMinute(now.outputTokens(), now.elapsed()), "out");
    now.cost().ifPresent(cost -> line.then(cost(cost, now)));
    return line.toString();
  }

  private static String cost(BigDecimal cost, BatchProgress now) {
    return BatchWords.money(cost)
        + " so far"
        + now.expectedCost().map(all -> ", ~" + BatchWords.money(all) + " in all").orElse("");
  }

  private static long perMinute(long amount, Duration elapsed) {
    return amount * MILLIS_A_MINUTE / Math.max(1, elapsed.toMillis());
  }
}
