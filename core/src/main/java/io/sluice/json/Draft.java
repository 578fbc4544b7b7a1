package io.sluice.json;

import io.sluice.chat.Usage;
import io.sluice.stream.Delta;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The content read so far of one chunk. Mutable; for one thread at a time; used again for the next.
 */
final class Draft {

  private final List<Delta> deltas = new ArrayList<>();
  private Optional<Usage> usage = Optional.empty();
  private Optional<Failure.Provider> error = Optional.empty();
  private Optional<Failure.Provider> breakdown = Optional.empty();
  private final VariableParts gaps = new VariableParts();
  private Consumer<Kind> remarks = kind -> {};

  void begin(Consumer<Kind> observer) {
    deltas.clear();
    gaps.clear();
    usage = Optional.empty();
    error = Optional.empty();
    breakdown = Optional.empty();
    remarks = observer;
  }

  void add(Delta delta) {
    deltas.add(delta);
  }

  /** Adds a delta that consists only of the string between these positions, quotes included. */
  void add(Delta delta, int from, int to) {
    gaps.add(from, to, deltas.size());
    deltas.add(delta);
  }

  /** The positions of the strings; valid only once the chunk was read to its end. */
  VariableParts gaps() {
    return gaps;
  }

  /** Whether a chunk that differs only in these strings has the same meaning otherwise. */
  boolean repeatable() {
    if (!gaps.usable() || usage.isPresent() || error().isPresent()) {
      return false;
    }
    for (Delta delta : deltas) {
      if (delta instanceof Delta.ToolCall) {
        return false; // Its index may depend on earlier fragments.
      }
    }
    return true;
  }

  /** The number of deltas, which is the position of the next. */
  int size() {
    return deltas.size();
  }

  Delta delta(int position) {
    return deltas.get(position);
  }

  void replace(int position, Delta delta) {
    deltas.set(position, delta);
  }

  void drop(int from, int to) {
    if (from < to) {
      gaps.spoil(); // Their positions are no longer valid.
      deltas.subList(from, to).clear();
    }
  }

  List<Delta> deltas() {
    return switch (deltas.size()) {
      case 0 -> List.of();
      case 1 -> List.of(deltas.get(0));
      case 2 -> List.of(deltas.get(0), deltas.get(1));
      default -> List.copyOf(deltas);
    };
  }

  /** Sets the usage of the whole chunk, replacing any that was found deeper in it. */
  void usage(Optional<Usage> found) {
    usage = found.or(() -> usage);
  }

  /** Sets usage found deeper in the chunk, unless there is some. */
  void innerUsage(Optional<Usage> found) {
    usage = usage.or(() -> found);
  }

  Optional<Usage> usage() {
    return usage;
  }

  /** Sets the error, unless there is one. */
  void error(Optional<Failure.Provider> found) {
    error = error.or(() -> found);
  }

  /** Notes a finish reason that reports an error; an error object takes precedence over it. */
  void breakdown(Failure.Provider found) {
    breakdown = Optional.of(found);
  }

  Optional<Failure.Provider> error() {
    return error.or(() -> breakdown);
  }

  void irregular(Kind kind) {
    gaps.spoil(); // Each chunk must be reported.
    remarks.accept(kind);
  }
}
