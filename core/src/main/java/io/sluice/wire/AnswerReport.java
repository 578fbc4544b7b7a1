package io.sluice.wire;

import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import java.util.Optional;

/**
 * Passes on what is reported of one answer until it is over, and knows that it is. Mutable; for one
 * thread at a time.
 */
final class AnswerReport implements Dialect.Receiver {

  private final Dialect.Receiver receiver;
  private final JsonEvents events;
  private boolean whole;
  private boolean over;

  AnswerReport(Dialect.Receiver receiver, JsonEvents events) {
    this.receiver = receiver;
    this.events = events;
  }

  boolean goesTo(Dialect.Receiver other) {
    return receiver == other;
  }

  boolean isOver() {
    return over;
  }

  /** The answer comes in one piece; the transport, which knows what was asked for, remarks it. */
  void whole() {
    whole = true;
  }

  /** What is wrong with an answer of which nothing came in the expected format. */
  Optional<Failure> foreignFailure() {
    return events.hasBegun() ? Optional.empty() : events.foreign().failure();
  }

  @Override
  public void chunk(Chunk chunk) {
    if (!over) {
      receiver.chunk(chunk);
    }
  }

  @Override
  public void irregular(Kind kind) {
    if (!over && !(whole && kind == Kind.WHOLE_ANSWER)) {
      receiver.irregular(kind);
    }
  }

  @Override
  public void done() {
    if (over) {
      return;
    }
    Optional<Failure> other = foreignFailure();
    if (other.isPresent()) {
      failed(other.get());
    } else {
      end();
      receiver.done();
    }
  }

  /** The end marker came. */
  void marked() {
    if (events.endsByMarker()) {
      done();
    }
  }

  @Override
  public void torn() {
    if (!over) {
      receiver.torn();
    }
  }

  @Override
  public void failed(Failure failure) {
    if (!over) {
      end();
      receiver.failed(events.worded(failure));
    }
  }

  /**
   * Something could not be read, so that a part of the answer is lost, unless it was whole before.
   */
  void broken(Failure failure) {
    if (events.hasFinished()) {
      irregular(Kind.MALFORMED_AFTER_FINISH);
    } else {
      failed(failure);
    }
  }

  /** Nothing more comes. */
  void end() {
    over = true;
    events.remainder(events.latest()).ifPresent(receiver::chunk);
  }
}
