package io.sluice.observe;

import io.sluice.stream.Outcome;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Retry;
import io.sluice.text.HeaderField;
import java.time.Duration;
import java.util.List;

/**
 * The observation of one stream, with whatever state that takes: a span, a timer. The calls follow
 * the grammar {@code (sent head? retried?)* firstToken? ended}, never overlap, and each
 * happens-before the next. A request that died on a reused connection is sent again without a
 * retry. {@link StreamObserver} says on which thread the calls come and what they may do.
 */
public interface StreamObservation {

  /**
   * Header fields that the requests of the stream are to carry besides, such as {@code
   * traceparent}. Asked once, when the stream has begun.
   */
  default List<HeaderField> headers() {
    return List.of();
  }

  /** Called when a request is about to be written to a connection. */
  default void sent(SentRequest request) {}

  /** Called when the head of a response was read, also of one that refuses the request. */
  default void head(ResponseHead head) {}

  /** Called before the delay after which the request is sent again. */
  default void retried(Retry retry) {}

  /**
   * Called when the first token came.
   *
   * @param at the time since the request was written
   */
  default void firstToken(Duration at) {}

  /**
   * Called once when the stream has ended and its consumer has taken the end, or has closed or lost
   * the stream; nothing follows. If the threads of the transport have ended by then, it is called
   * on another thread.
   */
  default void ended(Outcome outcome) {}
}
