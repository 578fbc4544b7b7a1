package io.sluice.bench.run;

import io.sluice.bench.measure.LevelMeter;
import io.sluice.bench.measure.RequestTimes;
import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Outcome;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends the requests of one level and keeps those that are under way. Thread-safe. */
final class Sender {
  private final BenchSetup setup;
  private final LevelMeter meter;
  private final FirstFailure failure;
  private final Set<ChatStream> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicInteger pending = new AtomicInteger();
  private final AtomicReference<@Nullable RuntimeException> broken = new AtomicReference<>();
  private final AtomicLong ended = new AtomicLong();
  private volatile boolean cut;
  private volatile String served = "";

  Sender(BenchSetup setup, LevelMeter meter, FirstFailure failure) {
    this.setup = setup;
    this.meter = meter;
    this.failure = failure;
  }

  /**
   * When a request was due, and when it could be sent, which is later if it was held.
   *
   * @param due when it was due
   * @param free when it could be sent
   */
  record Moments(long due, long free) {}

  /**
   * Sends a request.
   *
   * @param next called once, on any thread, when it has ended and has been measured
   */
  void send(int number, ChatRequest request, Moments moments, Runnable next) {
    if (cut) {
      return;
    }
    ChatStream stream = setup.transport.stream(request, setup.options);
    var issued = new AtomicLong(moments.free());
    var measured =
        new MeasuredStream(
            meter, setup.clock, setup.tokens.counter(), () -> issued.set(setup.clock.nanos()));
    underWay.add(stream);
    pending.incrementAndGet();
    meter.sent(number, moments.due(), setup.clock.nanos());
    stream
        .outcome()
        .thenAccept(
            outcome -> {
              underWay.remove(stream);
              ended.incrementAndGet();
              try {
                var times =
                    new RequestTimes(
                        number,
                        moments.due(),
                        moments.free(),
                        issued.get(),
                        outcome,
                        measured.tokens(),
                        measured.stall());
                over(times, request);
                next.run();
              } catch (RuntimeException why) {
                broken(why);
              } finally {
                done();
              }
            });
    stream.publisher().subscribe(measured);
    if (cut) {
      stream.close();
    }
  }

  private void over(RequestTimes times, ChatRequest request) {
    Outcome outcome = times.outcome();
    failure.ended(outcome);
    if (served.isEmpty()) {
      served = outcome.completion().model();
    }
    meter.ended(times, setup.clock.nanos(), request.maxTokens().orElse(0));
    setup.ended.accept(times);
  }

  /** Nobody else would hear of it: the request that follows could not be sent, for example. */
  private void broken(RuntimeException why) {
    broken.compareAndSet(null, why);
    cut();
  }

  /** Why no more requests can be sent; empty if they can. */
  Optional<RuntimeException> broken() {
    return Optional.ofNullable(broken.get());
  }

  /** Behind the request that may have been sent in its place: between them none is under way. */
  private synchronized void done() {
    pending.decrementAndGet();
    notifyAll();
  }

  /** Ends all requests under way, and each that is sent after this. */
  void cut() {
    cut = true;
    underWay.forEach(ChatStream::close);
  }

  /** Waits until no request is under way, for so long at most. */
  synchronized void awaitIdle(long nanos) throws InterruptedException {
    long until = System.nanoTime() + nanos;
    while (pending.get() > 0 && System.nanoTime() < until && !cut) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, until - System.nanoTime()));
    }
  }

  /** Waits until the requests that were cut have ended, for so long at most. */
  synchronized void awaitCut(long nanos) throws InterruptedException {
    long until = System.nanoTime() + nanos;
    while (pending.get() > 0 && System.nanoTime() < until) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, until - System.nanoTime()));
    }
  }

  /** The requests that have ended. */
  long ended() {
    return ended.get();
  }

  /** The model as the server names it; empty if it never did. */
  String served() {
    return served;
  }
}
