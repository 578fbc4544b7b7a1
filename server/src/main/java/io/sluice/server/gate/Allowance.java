package io.sluice.server.gate;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * So many times within a period, for each key: an address, a token. Of the keys, the last 4,096 are
 * remembered. Thread-safe.
 */
final class Allowance {

  private static final int MOST_KEYS = 4_096;

  private final int times;
  private final long period;
  private final LongSupplier nanoTime;
  private final Map<String, Window> windows = new LinkedHashMap<>();

  /** So many times within each period, which begins with the first time. */
  Allowance(int times, Duration period, LongSupplier nanoTime) {
    this.times = times;
    this.period = period.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Counts one time; returns how long to wait if it is one too many. */
  synchronized Optional<Duration> use(String key) {
    Optional<Duration> wait = left(key);
    if (wait.isEmpty()) {
      current(key).used++;
    }
    return wait;
  }

  /** How long to wait until there is another time; empty if there is one now. */
  synchronized Optional<Duration> left(String key) {
    Window window = current(key);
    return window.used < times
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(window.began + period - nanoTime.getAsLong()));
  }

  private Window current(String key) {
    long now = nanoTime.getAsLong();
    Window known = windows.get(key);
    if (known != null && now - known.began < period) {
      return known;
    }
    windows.remove(key);
    if (windows.size() >= MOST_KEYS) {
      Iterator<String> oldest = windows.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    var begun = new Window(now);
    windows.put(key, begun);
    return begun;
  }

  private static final class Window {
    private final long began;
    private int used;

    Window(long began) {
      this.began = began;
    }
  }
}
