package io.sluice.kafka.queue;

import io.sluice.thread.DaemonThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * The members of a share group in this process: one for each job that is under way, with a thread
 * of its own, and a few that look for the next. There are more when jobs are wanted and nobody is
 * free.
 */
final class ShareMembers implements GroupMembership {

  /** Brokers let 200 members into a group, of all processes together. */
  private static final int MOST = 100;

  /** So many look for jobs at once, and at most so many jobs wait for a taker. */
  private static final int LOOKING = 3;

  private static final long TICK = 50;
  private static final Duration CLOSING = Duration.ofSeconds(5);

  /** Brokers do not say whether a share group has jobs left: then nothing comes for so long. */
  private static final long IDLE = TimeUnit.SECONDS.toNanos(5);

  /** It takes some seconds to join a group. */
  private static final long JOINING = TimeUnit.SECONDS.toNanos(15);

  private final QueueClients clients;
  private final ResultRecords records;
  private final Producer<byte[], byte[]> producer;
  private final Semaphore turns = new Semaphore(LOOKING);
  private final AtomicInteger free = new AtomicInteger();
  private final AtomicLong idleSince = new AtomicLong(System.nanoTime() + JOINING - IDLE);
  private final List<Thread> threads = new ArrayList<>();
  private volatile @Nullable RuntimeException failure;

  /**
   * @param producer for results; closed by this
   */
  ShareMembers(QueueClients clients, ResultRecords records, Producer<byte[], byte[]> producer) {
    this.clients = clients;
    this.records = records;
    this.producer = producer;
  }

  @Override
  public void run(JobExchange exchange) throws InterruptedException {
    try {
      while (!exchange.isClosed() && failure == null) {
        if (exchange.isWanted() && free.get() < LOOKING && threads.size() < MOST) {
          add(exchange);
        }
        exchange.caughtUp(System.nanoTime() - idleSince.get() > IDLE);
        exchange.awaitSettled(Duration.ofMillis(TICK));
      }
      for (Thread thread : threads) {
        thread.join(CLOSING.toMillis() * 2);
      }
    } finally {
      producer.close(CLOSING);
    }
    RuntimeException failed = failure;
    if (failed != null) {
      throw failed;
    }
  }

  private void add(JobExchange exchange) {
    free.incrementAndGet();
    Thread thread = DaemonThreads.named("sluice-share-").newThread(() -> take(exchange));
    threads.add(thread);
    thread.start();
  }

  /** What each member does until the end. */
  private void take(JobExchange exchange) {
    try (ShareConsumer<byte[], byte[]> consumer = clients.shareConsumer()) {
      consumer.subscribe(List.of(clients.options().topic()));
      var loan = new ShareLoan(consumer, producer, records);
      while (!exchange.isClosed()) {
        if (!turns.tryAcquire(TICK, TimeUnit.MILLISECONDS)) {
          continue;
        }
        boolean found;
        try {
          found = loan.find(exchange);
        } finally {
          turns.release();
        }
        if (found) {
          idleSince.set(Long.MAX_VALUE);
          free.decrementAndGet();
          loan.keepUntilSettled(exchange);
          free.incrementAndGet();
          idleSince.set(System.nanoTime());
        }
      }
    } catch (RuntimeException failed) {
      failure = failed;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
