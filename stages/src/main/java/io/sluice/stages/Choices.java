package io.sluice.stages;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a stage keeps of each choice. Mutable; for one thread.
 *
 * @param <T> what is kept of one
 */
final class Choices<T> {

  /** The most choices that a stage follows; no server has been seen to give more than 128. */
  static final int MOST = 1024;

  private final Map<Integer, T> kept = new TreeMap<>();
  private final IntFunction<T> beginning;
  private int latestNumber;

  /** The choice used last; most answers have only one, which is then found without the map. */
  private @Nullable T latest;

  Choices(IntFunction<T> beginning) {
    this.beginning = beginning;
  }

  /**
   * What is kept of the choice of that number.
   *
   * @throws IllegalStateException if there are more than {@value #MOST} choices
   */
  T of(int number) {
    T last = latest;
    if (last != null && latestNumber == number) {
      return last;
    }
    T found = kept.get(number);
    if (found == null) {
      if (kept.size() == MOST) {
        throw new IllegalStateException("the answer has more than " + MOST + " choices");
      }
      found = beginning.apply(number);
      kept.put(number, found);
    }
    latestNumber = number;
    latest = found;
    return found;
  }

  /** Visits what is kept, in the order of the choices. */
  void each(Consumer<T> visit) {
    kept.values().forEach(visit);
  }

  void clear() {
    kept.clear();
    latest = null;
  }
}
