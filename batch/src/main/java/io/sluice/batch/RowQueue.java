package io.sluice.batch;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The rows that are to be sent: first those that were refused or wait for another attempt, then new
 * ones, each in the order of the input. Mutable; for one thread.
 */
final class RowQueue {

  private final PriorityQueue<PendingRow> front =
      new PriorityQueue<>(Comparator.comparingLong(row -> row.row().number()));
  private final PriorityQueue<PendingRow> later =
      new PriorityQueue<>((one, other) -> Long.compare(one.ready() - other.ready(), 0));
  private final Queue<PendingRow> fresh = new ArrayDeque<>();

  /** Adds a row that was read. */
  void add(PendingRow row) {
    fresh.add(row);
  }

  /** Adds a row that is sent before all new ones. */
  void again(PendingRow row) {
    front.add(row);
  }

  /** Adds a row that is sent before all new ones, once it is {@link PendingRow#ready}. */
  void againLater(PendingRow row) {
    later.add(row);
  }

  /**
   * The row that is next, without taking it. A new one is next only while fewer than {@code
   * mostWaiting} rows wait for another attempt, so that those take no more memory.
   */
  Optional<PendingRow> next(long now, int mostWaiting) {
    promote(now);
    if (front.isEmpty() && later.size() >= mostWaiting) {
      return Optional.empty();
    }
    return Optional.ofNullable(front.isEmpty() ? fresh.peek() : front.peek());
  }

  /** Takes the row that {@link #next} told. */
  PendingRow take() {
    return front.isEmpty() ? fresh.remove() : front.remove();
  }

  /** When the next row is ready of those that are not at {@code now}; empty if there is none. */
  Optional<Long> nextReady(long now) {
    promote(now);
    return Optional.ofNullable(later.peek()).map(PendingRow::ready);
  }

  /** How many new rows wait. */
  int fresh() {
    return fresh.size();
  }

  /** How many rows wait in all. */
  int size() {
    return front.size() + later.size() + fresh.size();
  }

  boolean isEmpty() {
    return front.isEmpty() && later.isEmpty() && fresh.isEmpty();
  }

  private void promote(long now) {
    while (!later.isEmpty() && later.element().ready() - now <= 0) {
      front.add(later.remove());
    }
  }
}
