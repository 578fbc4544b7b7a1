package io.sluice.bench.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Decides whether a level's figures are the server's, or those of a client that was too slow. */
public final class AuditRules {
  private static final double LATEST_SCHEDULE = 10;
  private static final double SCHEDULE_OF_TTFT = 0.05;
  private static final double LATEST_LOOP = 5;
  private static final double BUSIEST_MACHINE = 0.85;
  private static final double LEAST_ACHIEVED = 0.98;

  /** A delay below this is no sign of a slow client, however fast the server is. */
  private static final double LEAST_DELAY = 1;

  private AuditRules() {}

  /**
   * The reasons for which a level is void, a line each with what to change; none if it is valid.
   *
   * @param medianTtft the median time to the first token in milliseconds; 0 if there is none
   */
  public static List<String> reasons(AuditFigures seen, double medianTtft) {
    List<String> reasons = new ArrayList<>();
    schedule(seen, medianTtft, reasons);
    if (seen.loopLatenessP99() > LATEST_LOOP) {
      reasons.add(
          say(
              "the event loop was %.1f ms late at p99 (limit %.0f ms); use a faster or a second"
                  + " machine",
              seen.loopLatenessP99(), LATEST_LOOP));
    }
    if (seen.machineCpu() > BUSIEST_MACHINE) {
      reasons.add(
          say(
              "this machine was %.0f %% busy (limit %.0f %%); stop other programs, or lower the"
                  + " load",
              seen.machineCpu() * 100, BUSIEST_MACHINE * 100));
    }
    if (seen.achieved() < LEAST_ACHIEVED) {
      reasons.add(
          say(
              "only %.1f %% of the requests that were due were sent (limit %.0f %%); lower the"
                  + " rate",
              seen.achieved() * 100, LEAST_ACHIEVED * 100));
    }
    return List.copyOf(reasons);
  }

  private static void schedule(AuditFigures seen, double medianTtft, List<String> reasons) {
    double delay = seen.scheduleDelayP99();
    if (delay > LATEST_SCHEDULE) {
      reasons.add(
          say(
              "requests were written %.1f ms late at p99 (limit %.0f ms); lower the rate, or use a"
                  + " faster machine",
              delay, LATEST_SCHEDULE));
    } else if (medianTtft > 0 && delay > LEAST_DELAY && delay > medianTtft * SCHEDULE_OF_TTFT) {
      reasons.add(
          say(
              "requests were written %.1f ms late at p99, more than %.0f %% of the median TTFT"
                  + " (%.1f ms); use a faster machine",
              delay, SCHEDULE_OF_TTFT * 100, medianTtft));
    }
  }

  private static String say(String form, Object... figures) {
    return String.format(Locale.ROOT, form, figures);
  }
}
