package io.sluice.pipeline;

import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The reason for which a run ended before its stream did, if it did. The first reason counts.
 * Thread-safe.
 */
final class EarlyEnd {

  /** Null while the run goes on; empty if it was stopped on request. */
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
