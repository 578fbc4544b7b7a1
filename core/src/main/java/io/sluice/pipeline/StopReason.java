package io.sluice.pipeline;

import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Why a run did not wait for the end of its stream, if it did not: the first reason counts.
 * Thread-safe.
 */
final class StopReason {

  /** Absent while the run goes on; an empty reason is a stop that someone wished for. */
  private final AtomicReference<@Nullable Optional<Failure>> reason = new AtomicReference<>();

  void stop() {
    reason.compareAndSet(null, Optional.empty());
  }

  void fail(String message) {
    reason.compareAndSet(null, Optional.of(new Failure.Sinks(message)));
  }

  boolean called() {
    return reason.get() != null;
  }

  /** What becomes of a stream's own judgement; see the ADR on a run without sinks. */
  Outcome judge(Outcome streamed) {
    boolean endedByItself =
        streamed.status() == Status.FAILED || streamed.status() == Status.TIMED_OUT;
    return endedByItself ? streamed : failure().map(streamed::failed).orElse(streamed);
  }

  /** The outcome of a run that never asked for anything. */
  Outcome beforeAnythingWasSent() {
    Outcome stopped = Outcome.builder(Status.STOPPED).build();
    return failure().map(stopped::failed).orElse(stopped);
  }

  private Optional<Failure> failure() {
    Optional<Failure> called = reason.get();
    return called == null ? Optional.empty() : called;
  }
}
