package io.sluice.server.events;

import java.time.Duration;
import java.util.List;

/** How long lines are gathered before they are sent: the more viewers, the longer. */
final class Audience {

  private static final int MANY = 200;
  private static final int VERY_MANY = 2_000;
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofMillis(100);

  private Audience() {}

  static Duration pause(List<RunCursor> cursors) {
    int most = 0;
    for (RunCursor cursor : cursors) {
      most = Math.max(most, cursor.run().viewers());
    }
    if (most > VERY_MANY) {
      return LONG;
    }
    return most > MANY ? SHORT : Duration.ZERO;
  }
}
