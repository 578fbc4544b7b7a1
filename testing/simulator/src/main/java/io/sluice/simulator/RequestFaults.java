package io.sluice.simulator;

import io.sluice.simulator.fault.Faults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which faults apply to a request: the server's, and those that its own header asks for,
 * each only for a limited number of requests. Mutable; used on the one event loop.
 */
final class RequestFaults {
  /** The number of different headers that are counted; the oldest are dropped. */
  private static final int MOST_HEADERS = 1000;

  private final Faults always;
  private final Map<String, Long> timesAsked = new LinkedHashMap<>();
  private long requests;

  RequestFaults(Faults always) {
    this.always = always;
  }

  /**
   * The faults of the next request.
   *
   * @param simulate the values of its {@code X-Simulate} headers
   * @throws IllegalArgumentException for a value that names no fault
   */
  Faults of(List<String> simulate) {
    Faults due = requests++ < always.limit() ? always : new Faults(List.of());
    if (simulate.isEmpty()) {
      return due;
    }
    String text = String.join(",", simulate);
    Faults asked = Faults.parse(text);
    return mayAgain(text, asked.limit()) ? due.and(asked) : due;
  }

  /** After a request without faults, the count for its header starts again. */
  private boolean mayAgain(String text, long limit) {
    long before = timesAsked.getOrDefault(text, 0L);
    if (limit == Long.MAX_VALUE) {
      return true;
    }
    if (before >= limit) {
      timesAsked.remove(text);
      return false;
    }
    timesAsked.put(text, before + 1);
    if (timesAsked.size() > MOST_HEADERS) {
      timesAsked.remove(timesAsked.keySet().iterator().next());
    }
    return true;
  }
}
