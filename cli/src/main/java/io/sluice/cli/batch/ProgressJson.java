package io.sluice.cli.batch;

import io.sluice.batch.BatchProgress;
import io.sluice.json.JsonWriter;

/** The objects that programs get while a batch runs. */
final class ProgressJson {
  private static final double MILLIS = 1000.0;

  private ProgressJson() {}

  /** One object on one line. */
  static String of(BatchProgress now) {
    return JsonWriter.object(
        to -> {
          to.field("done", now.done())
              .field("failed", now.failed())
              .field("in_flight", (long) now.inFlight());
          now.total().ifPresent(total -> to.field("total", total));
          to.field("tokens_in", now.inputTokens()).field("tokens_out", now.outputTokens());
          now.cost().ifPresent(cost -> to.field("cost", cost.doubleValue()));
          now.left().ifPresent(left -> to.field("eta_s", left.toSeconds()));
          if (!now.waitingFor().isEmpty()) {
            to.object(
                "waiting",
                waiting ->
                    waiting
                        .field("for", now.waitingFor())
                        .field("s", now.waiting().toMillis() / MILLIS));
          }
        });
  }
}
