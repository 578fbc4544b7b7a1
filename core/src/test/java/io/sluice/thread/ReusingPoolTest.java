package io.sluice.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How many threads tasks need, and that none of them is lost. */
class ReusingPoolTest {

  private static final int MOST = 3;
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration AT_ONCE = Duration.ofNanos(1);

  private final List<Thread> made = Collections.synchronizedList(new ArrayList<>());
  private final ThreadFactory threads = new Counting(DaemonThreads.pooled("pooled-"));

  @Test
  void anIdleThreadIsUsedBeforeAnotherIsMade() throws InterruptedException {
    var pool = new ReusingPool(MOST, LONG, threads);

    for (int i = 0; i < 50; i++) {
      var done = new CountDownLatch(1);
      pool.execute(done::countDown);
      done.await();
      awaitIdle(made.get(0));
    }

    assertThat(made).hasSize(1);
  }

  @Test
  void noTaskWaitsWhileFewerThanTheMostThreadsAreBusy() throws InterruptedException {
    var pool = new ReusingPool(MOST, LONG, threads);
    var allRun = new CountDownLatch(MOST);
    var release = new CountDownLatch(1);
    var last = new CountDownLatch(1);

    for (int i = 0; i < MOST; i++) {
      pool.execute(
          () -> {
            allRun.countDown();
            awaited(release);
          });
    }
    allRun.await();
    pool.execute(last::countDown);
    assertThat(last.getCount()).isEqualTo(1);
    release.countDown();
    last.await();

    assertThat(made).hasSize(MOST);
  }

  @Test
  void noTaskIsLostHoweverManyGiveAndHoweverOftenThreadsDie() {
    int each = 50_000;
    int givers = 4;
    var pool = new ReusingPool(MOST, AT_ONCE, threads);
    var done = new CountDownLatch(givers * each);
    var running = new AtomicInteger();
    var mostRunning = new AtomicInteger();

    List<CompletableFuture<Void>> giving = new ArrayList<>();
    for (int giver = 0; giver < givers; giver++) {
      giving.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < each; i++) {
                  pool.execute(
                      () -> {
                        mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
                        running.decrementAndGet();
                        done.countDown();
                      });
                }
              }));
    }
    giving.forEach(CompletableFuture::join);
    awaited(done);

    assertThat(mostRunning.get()).isBetween(1, MOST);
  }

  @Test
  void threadsWithoutWorkDieAndOthersAreMadeWhenThereIsSome() throws InterruptedException {
    var pool = new ReusingPool(MOST, AT_ONCE, threads);

    for (int i = 1; i <= 3; i++) {
      pool.execute(() -> {});
      made.get(made.size() - 1).join();
      assertThat(made).hasSize(i).allMatch(Thread::isDaemon).noneMatch(Thread::isAlive);
    }
  }

  @Test
  void aTaskThatThrowsOrInterruptsItsThreadTakesNoOtherWithIt() throws InterruptedException {
    var pool = new ReusingPool(1, LONG, threads);
    var inside = new CountDownLatch(1);
    var interrupted = new CompletableFuture<Boolean>();
    List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
    pool.execute(
        () -> {
          Thread.currentThread()
              .setUncaughtExceptionHandler(
                  (thread, thrown) -> {
                    uncaught.add(thrown);
                    throw new IllegalStateException("the handler too");
                  });
          awaited(inside);
          Thread.currentThread().interrupt();
          throw new IllegalStateException("broken");
        });
    pool.execute(() -> interrupted.complete(Thread.currentThread().isInterrupted()));

    inside.countDown();

    assertThat(interrupted.join()).isFalse();
    assertThat(made).hasSize(1);
    assertThat(uncaught).singleElement().extracting(Throwable::getMessage).isEqualTo("broken");
  }

  @Test
  void whereNoThreadCanBeMadeATaskWaitsForOneThatIsThereOrIsRefused() throws InterruptedException {
    var exhausted = new AtomicInteger(1);
    var pool =
        new ReusingPool(
            MOST,
            LONG,
            task -> {
              if (exhausted.getAndDecrement() <= 0) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              return threads.newThread(task);
            });
    var busy = new CountDownLatch(1);
    var second = new CountDownLatch(1);
    pool.execute(() -> awaited(busy));
    pool.execute(second::countDown);
    busy.countDown();
    second.await();

    var none =
        new ReusingPool(
            MOST,
            LONG,
            task -> {
              throw new OutOfMemoryError("unable to create native thread");
            });
    assertThatThrownBy(() -> none.execute(second::countDown)).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void aThreadTakesOverNothingOfTheCallerForWhomItIsMade() {
    var inherited = new InheritableThreadLocal<String>();
    inherited.set("the caller's");
    var seen = new CompletableFuture<String>();
    var loader = new CompletableFuture<ClassLoader>();
    Thread caller = Thread.currentThread();
    ClassLoader before = caller.getContextClassLoader();
    caller.setContextClassLoader(new ClassLoader(before) {});
    try {
      new ReusingPool(1, AT_ONCE, threads)
          .execute(
              () -> {
                seen.complete(inherited.get());
                loader.complete(Thread.currentThread().getContextClassLoader());
              });
    } finally {
      caller.setContextClassLoader(before);
      inherited.remove();
    }

    assertThat(seen.join()).isNull();
    assertThat(loader.join()).isSameAs(DaemonThreads.class.getClassLoader());
  }

  private static void awaitIdle(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private final class Counting implements ThreadFactory {
    private final ThreadFactory factory;

    Counting(ThreadFactory factory) {
      this.factory = factory;
    }

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = factory.newThread(task);
      made.add(thread);
      return thread;
    }
  }
}
