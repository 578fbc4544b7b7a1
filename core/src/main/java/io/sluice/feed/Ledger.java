package io.sluice.feed;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.accumulate.TimingAccumulator;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Outcome;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Timing;
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
  private @Nullable Duration sentAfter;
  private @Nullable Duration connected;

  /** Of the request that is written next. */
  private @Nullable Duration connecting;

  private int attempts;
  private int resent;
  private long chunks;

  void connected(Duration took) {
    connecting = took;
  }

  void sent(int attempt, @Nullable Duration after) {
    if (attempt == attempts) {
      resent++;
    }
    attempts = attempt;
    sentAfter = after;
    connected = connecting;
    connecting = null;
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
    Timing.Builder timing = marks.result().toBuilder().attempts(attempts).resent(resent);
    Optional.ofNullable(headAt).ifPresent(timing::headers);
    Optional.ofNullable(sentAfter).ifPresent(timing::sent);
    Optional.ofNullable(connected).ifPresent(timing::connected);
    return (attempts == 0 ? timing : timing.total(total)).build();
  }
}
