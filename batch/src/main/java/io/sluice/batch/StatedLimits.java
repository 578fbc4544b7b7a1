package io.sluice.batch;

import io.sluice.batch.pace.SendLimiter;
import io.sluice.limit.RateLimits.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says which limits count, once a server has stated some. */
final class StatedLimits {
  private StatedLimits() {}

  static String line(SendLimiter limiter) {
    List<String> parts = new ArrayList<>();
    for (Unit unit : Unit.values()) {
      limiter
          .perMinute(unit)
          .ifPresent(
              most ->
                  parts.add(
                      String.format(Locale.ROOT, "%,d %s", most, unit.word().replace('_', ' '))));
    }
    return "limits of a minute: " + String.join(", ", parts);
  }
}
