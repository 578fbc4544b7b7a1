package io.sluice.json;

import io.sluice.chat.FinishReason;
import java.util.Optional;

/**
 * The positions in a {@link Draft} of the deltas of one choice. Mutable; for one thread at a time.
 */
final class ChoiceDraft {
  private int from;
  private int to;
  private long index;
  private int text = -1;
  private Range delta;
  private Range message;
  private Optional<FinishReason> finish = Optional.empty();

  /** A choice whose first delta will have the position {@code from}. */
  ChoiceDraft(int from) {
    this.from = from;
    this.to = from;
    this.delta = new Range(from, from);
    this.message = delta;
  }

  void index(long said) {
    index = said;
  }

  /** Its index as the server has it. */
  long index() {
    return index;
  }

  void delta(int start, int end) {
    delta = new Range(start, end);
  }

  /** The deltas from its {@code delta}. */
  Range delta() {
    return delta;
  }

  void message(int start, int end) {
    message = new Range(start, end);
  }

  /** The deltas from its {@code message}. */
  Range message() {
    return message;
  }

  /**
   * Notes that a member {@code text} was read, whose delta, if it has one, will have that position.
   */
  void text(int position) {
    text = position;
  }

  /**
   * The position that the delta of its member {@code text} may have; -1 if it has no such member.
   */
  int text() {
    return text;
  }

  /** Whether neither its {@code delta} nor its {@code message} has added anything so far. */
  boolean isSilent() {
    return delta.isEmpty() && message.isEmpty();
  }

  void finish(Optional<FinishReason> reason) {
    finish = reason;
  }

  Optional<FinishReason> finish() {
    return finish;
  }

  void end(int end) {
    to = end;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Adjusts the positions after deltas before it, or of it, were dropped. */
  void shift(int by) {
    from += by;
    to += by;
    delta = delta.shifted(by);
    message = message.shifted(by);
  }

  /**
   * Consecutive deltas.
   *
   * @param from the first
   * @param to the one after the last
   */
  record Range(int from, int to) {
    boolean isEmpty() {
      return from == to;
    }

    Range shifted(int by) {
      return by == 0 ? this : new Range(from + by, to + by);
    }
  }
}
