package io.sluice.stream;

import io.sluice.stream.Irregularity.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All delivered chunks, folded, so that an outcome can be made at any time. Mutable; guarded by its
 * owner's lock.
 */
final class Ledger {

  private final CompletionAccumulator completion = new CompletionAccumulator();
  private final TimingAccumulator marks = new TimingAccumulator();
  private final Map<Kind, Long> irregularities = new EnumMap<>(Kind.class);
  private ResponseHead head = ResponseHead.NONE;
  private @Nullable Duration headAt;
  private int attempts;
  private long chunks;

  void sent(int attempt) {
    attempts = attempt;
    head = ResponseHead.NONE;
    headAt = null;
  }

  void head(ResponseHead read, Duration at) {
    head = read;
    headAt = at;
  }

  void irregular(Kind kind) {
    irregularities.merge(kind, 1L, Long::sum);
  }

  /** Adds a chunk that is being delivered; returns a failure if the answer exceeds its bound. */
  Optional<Failure> deliver(Chunk chunk) {
    completion.add(chunk);
    marks.add(chunk);
    chunks++;
    return completion.excess().map(excess -> new Failure.Protocol("the answer " + excess, ""));
  }

  Outcome outcome(Verdict verdict, Duration total) {
    verdict.forgiven().ifPresent(this::irregular);
    List<Irregularity> counted = new ArrayList<>();
    irregularities.forEach((kind, times) -> counted.add(new Irregularity(kind, times)));
    Outcome.Builder outcome =
        Outcome.builder(verdict.status())
            .completion(completion.result(verdict.status()))
            .chunks(chunks)
            .timing(timing(total))
            .irregularities(counted);
    verdict.failure().ifPresent(outcome::failure);
    return (head.equals(ResponseHead.NONE) ? outcome : outcome.head(head)).build();
  }

  private Timing timing(Duration total) {
    Timing.Builder timing = marks.result().toBuilder().attempts(attempts);
    Optional.ofNullable(headAt).ifPresent(timing::headers);
    return (attempts == 0 ? timing : timing.total(total)).build();
  }
}
