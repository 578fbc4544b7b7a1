package io.sluice.kafka.queue;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * One record after another that a share group lends to one member, each renewed until its job is
 * settled. Mutable; for one thread.
 */
final class ShareLoan {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final long TICK = 50;
  private static final int RENEWALS = 3;

  /** The shortest time that brokers lend for, unless the group says another. */
  private static final int USUAL_LOAN = 15_000;

  private final ShareConsumer<byte[], byte[]> consumer;
  private final Producer<byte[], byte[]> producer;
  private final ResultRecords records;
  private @Nullable ConsumerRecord<byte[], byte[]> lent;
  private @Nullable KafkaJob job;
  private CompletableFuture<SettledJob> settled = new CompletableFuture<>();

  ShareLoan(
      ShareConsumer<byte[], byte[]> consumer,
      Producer<byte[], byte[]> producer,
      ResultRecords records) {
    this.consumer = consumer;
    this.producer = producer;
    this.records = records;
  }

  /**
   * Looks for a record until there is one, and makes it a job that is ready. A search that was
   * begun is not left, since a record may be on its way, and its time runs.
   *
   * @return whether there was one before the exchange was closed
   */
  boolean find(JobExchange exchange) {
    while (!exchange.isClosed()) {
      if (poll()) {
        var waiting = new CompletableFuture<SettledJob>();
        settled = waiting;
        job = new KafkaJob(record(), waiting::complete);
        exchange.ready(job);
        return true;
      }
    }
    return false;
  }

  /**
   * Renews the record until its job is settled, and acknowledges it when its result is kept. A job
   * whose record the brokers lent to another member meanwhile is revoked.
   */
  void keepUntilSettled(JobExchange exchange) throws InterruptedException {
    long renewal = TimeUnit.MILLISECONDS.toNanos(loan() / RENEWALS);
    long due = System.nanoTime() + renewal;
    while (!isSettled() && !exchange.isClosed()) {
      if (System.nanoTime() - due >= 0) {
        due = System.nanoTime() + renewal;
        if (!acknowledge(AcknowledgeType.RENEW)) {
          exchange.withdraw(ready -> ready == job);
          Objects.requireNonNull(job).revoke();
          return;
        }
        awaitRenewed(exchange);
      }
    }
    SettledJob how = settled.getNow(null);
    if (how == null) {
      Objects.requireNonNull(job).revoke();
    }
    acknowledge(how == null ? AcknowledgeType.RELEASE : kept(how));
  }

  private int loan() {
    return consumer.acquisitionLockTimeoutMs().orElse(USUAL_LOAN);
  }

  /** A client hands a renewed record out once more. */
  private void awaitRenewed(JobExchange exchange) {
    boolean again = poll();
    while (!again && !exchange.isClosed()) {
      again = poll();
    }
  }

  /** Keeps what the job leaves, and returns what is said to the brokers then. */
  private AcknowledgeType kept(SettledJob how) {
    if (how.isReleased()) {
      return AcknowledgeType.RELEASE;
    }
    PlainResults.send(producer, records.of(how));
    return how.error().isPresent() ? AcknowledgeType.REJECT : AcknowledgeType.ACCEPT;
  }

  private boolean isSettled() throws InterruptedException {
    try {
      settled.get(TICK, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException underWay) {
      return false;
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    }
  }

  /** Whether there was a record. */
  private boolean poll() {
    ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
    for (ConsumerRecord<byte[], byte[]> each : polled) {
      lent = each;
    }
    return !polled.isEmpty();
  }

  /** Whether the brokers took the acknowledgement. */
  private boolean acknowledge(AcknowledgeType type) {
    consumer.acknowledge(record(), type);
    return consumer.commitSync().values().stream().allMatch(Optional<KafkaException>::isEmpty);
  }

  private ConsumerRecord<byte[], byte[]> record() {
    return Objects.requireNonNull(lent, "record");
  }
}
