package io.sluice.batch;

import io.sluice.batch.pace.Concurrency;
import io.sluice.batch.pace.RefusalPause;
import io.sluice.batch.pace.SendLimiter;
import io.sluice.batch.pace.SendNeed;
import io.sluice.limit.RateLimits;
import io.sluice.stream.Outcome;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Decides which row is sent next, and when: there must be a place, the limits must leave room, and
 * the server must not have asked to wait. Mutable; for one thread.
 */
final class RowAdmission {

  /** How long to wait at most before it is asked again. */
  static final long TICK = TimeUnit.MILLISECONDS.toNanos(100);

  /** A refused request counts as a request, but the server has used none of its tokens. */
  private static final SendNeed NO_TOKENS = new SendNeed(0, 0);

  private static final String LIMITS = "the limits of a minute";
  private static final String SERVER = "the server asked (429)";

  private final BatchEnd end;
  private final BatchTally tally;
  private final Set<PendingRow> underWay;
  private final RowQueue queue = new RowQueue();
  private final SendLimiter limiter;
  private final RefusalPause pause;
  private final Concurrency concurrency;
  private boolean limitsSaid;
  private RateLimits stated = RateLimits.NONE;
  private long wakeAt = Long.MAX_VALUE;
  private String waitingFor = "";

  /**
   * @param underWay the rows that have been sent and not ended, which the caller keeps
   */
  RowAdmission(
      BatchSettings settings, BatchEnd end, BatchTally tally, Set<PendingRow> underWay, long now) {
    this.end = end;
    this.tally = tally;
    this.underWay = underWay;
    this.limiter = new SendLimiter(settings.limits);
    this.pause = new RefusalPause(settings.patience, ThreadLocalRandom.current(), now);
    this.concurrency = settings.concurrency.get();
  }

  /** Adds a row that was read. */
  void add(PendingRow row, long now) {
    row.ready(now);
    queue.add(row);
  }

  /** Adds a row that is to be asked once more, at that time at the earliest. */
  void again(PendingRow row, long at) {
    row.ready(at);
    queue.againLater(row);
  }

  /** Whether no row waits. */
  boolean isEmpty() {
    return queue.isEmpty();
  }

  /** How many new rows wait. */
  int fresh() {
    return queue.fresh();
  }

  /** How many rows could be sent now besides those that wait, as far as limits allow. */
  int places(long now) {
    boolean closed = end.stop().isPresent() || pause.until() - now > 0;
    return closed ? 0 : Math.max(0, concurrency.limit() - underWay.size() - queue.size());
  }

  /** Takes the row that may be sent now; if there is none, {@link #patience} tells when to ask. */
  Optional<PendingRow> next(long now) {
    wakeAt = Long.MAX_VALUE;
    waitingFor = "";
    if (end.stop().isPresent() || underWay.size() >= concurrency.limit()) {
      return Optional.empty();
    }
    Optional<PendingRow> next =
        queue
            .next(now, 2 * concurrency.limit())
            .filter(row -> isAdmitted(row, now))
            .map(row -> queue.take());
    if (next.isEmpty()) {
      queue.nextReady(now).ifPresent(this::wake);
    }
    return next;
  }

  /** Notes that the row is about to be sent. */
  void sent(PendingRow row, long now) {
    SendNeed need = need(row);
    row.sent(need, now);
    limiter.sent(need, now);
  }

  /** Notes that the row could not be sent after all. */
  void unsent(PendingRow row) {
    limiter.corrected(row.need(), NO_TOKENS);
  }

  /**
   * Adopts the limits that a server stated.
   *
   * @return the line that says so, the first time
   */
  Optional<String> stated(RateLimits limits, long now) {
    stated = limits.isEmpty() ? stated : limits;
    if (limiter.adopt(limits, now) && !limitsSaid) {
      limitsSaid = true;
      return Optional.of(StatedLimits.line(limiter));
    }
    return Optional.empty();
  }

  /**
   * Notes that a row has ended.
   *
   * @param used what it used, as far as is known
   */
  void ended(PendingRow row, RowJudgement judgement, Outcome outcome, SendNeed used, long now) {
    if (judgement == RowJudgement.ANSWERED) {
      limiter.answered(row.need(), used);
      pause.answered();
      concurrency.answered();
      return;
    }
    limiter.corrected(row.need(), judgement == RowJudgement.REFUSED ? NO_TOKENS : used);
    if (RowJudgement.isOverloaded(outcome)) {
      concurrency.overloaded(row.sentAt(), now);
    }
  }

  /** Pauses, since the server refused a row for its limits; the row is sent before new ones. */
  void refused(PendingRow row, Outcome outcome, long now) {
    pause.refused(Retrying.asked(outcome), row.sentAt(), now);
    row.refused(now);
    queue.again(row);
    if (pause.isOutOfPatience(now)) {
      end.outOfPatience();
    }
  }

  /** How long to wait until {@link #next} is asked again, a moment at most. */
  long patience(long now) {
    long wake = wakeAt == Long.MAX_VALUE ? TICK : wakeAt - now;
    return Math.max(0, Math.min(TICK, wake));
  }

  /** How long no row can be sent, as far as is known. */
  long waiting(long now) {
    return wakeAt == Long.MAX_VALUE ? 0 : wakeAt - now;
  }

  /** The limits that the server stated last. */
  RateLimits stated() {
    return stated;
  }

  /** The tokens that rows under way are reckoned to use. */
  long reservedTokens() {
    return limiter.underWay(RateLimits.Unit.TOKENS);
  }

  /** What is waited for; empty if that is neither a limit nor the server. */
  String waitingFor() {
    return waitingFor;
  }

  private boolean isAdmitted(PendingRow row, long now) {
    if (pause.until() - now > 0) {
      waitingFor = SERVER;
      wake(pause.until());
      return false;
    }
    SendNeed need = need(row);
    if (limiter.isAlone(need) && !underWay.isEmpty()) {
      return false;
    }
    long wait = limiter.wait(need, now);
    if (wait > 0) {
      waitingFor = LIMITS;
      wake(now + wait);
      return false;
    }
    return end.allows(row, need, tally, underWay);
  }

  private SendNeed need(PendingRow row) {
    OptionalInt most = row.request().maxTokens();
    return limiter.need(
        row.prompt().tokens(),
        most.isPresent() ? OptionalLong.of(most.getAsInt()) : OptionalLong.empty());
  }

  private void wake(long at) {
    if (wakeAt == Long.MAX_VALUE || at - wakeAt < 0) {
      wakeAt = at;
    }
  }
}
