package io.sluice.kafka.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The member of a group of consumers in which each partition has one owner. It polls all the time,
 * and reads on when all jobs were taken, so that a long answer never costs its membership. Results
 * are kept together with the offsets, some times a second. Mutable; for one thread.
 */
final class PartitionOwner implements GroupMembership, ConsumerRebalanceListener {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  /** How long nothing may be assigned before there is nothing for this process. */
  private static final Duration UNASSIGNED = Duration.ofSeconds(5);

  private static final Duration KEEPING = Duration.ofMillis(100);

  private final KafkaQueueOptions options;
  private final Consumer<byte[], byte[]> consumer;
  private final ResultWriter writer;
  private final ResultRecords records;
  private final Map<TopicPartition, PartitionProgress> partitions = new HashMap<>();
  private final List<SettledJob> unkept = new ArrayList<>();
  private JobExchange exchange = new JobExchange();
  private long kept = System.nanoTime();
  private final long begun = System.nanoTime();

  /**
   * @param consumer closed by this, as the writer is
   */
  PartitionOwner(
      KafkaQueueOptions options,
      Consumer<byte[], byte[]> consumer,
      ResultWriter writer,
      ResultRecords records) {
    this.options = options;
    this.consumer = consumer;
    this.writer = writer;
    this.records = records;
  }

  @Override
  public void run(JobExchange met) throws InterruptedException {
    exchange = met;
    try {
      consumer.subscribe(List.of(options.topic()), this);
      while (!exchange.isClosed()) {
        takeSettled();
        if (System.nanoTime() - kept >= KEEPING.toNanos()) {
          keep();
        }
        regulate();
        consumer.poll(POLL).forEach(this::arrived);
        exchange.caughtUp(isCaughtUp());
      }
      takeSettled();
      keep();
    } finally {
      try {
        consumer.close(CloseOptions.timeout(CLOSING));
      } finally {
        writer.close(CLOSING);
      }
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> added) {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(new HashSet<>(added));
    for (TopicPartition partition : added) {
      OffsetAndMetadata last = committed.get(partition);
      partitions.put(
          partition,
          new PartitionProgress(
              last == null ? new OffsetAndMetadata(consumer.position(partition)) : last));
    }
  }

  /** Requests under way may end; what is left belongs to the next owner. */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> removed) {
    exchange.withdraw(job -> removed.contains(job.partition()) && leave(job));
    long until = System.nanoTime() + options.drain().toNanos();
    takeSettled();
    while (isUnderWay(removed) && !exchange.isClosed() && until - System.nanoTime() > 0) {
      try {
        exchange.awaitSettled(POLL);
      } catch (InterruptedException stop) {
        throw new InterruptException(stop);
      }
      takeSettled();
    }
    keep();
    onPartitionsLost(removed);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> removed) {
    exchange.withdraw(job -> removed.contains(job.partition()));
    for (TopicPartition partition : removed) {
      PartitionProgress progress = partitions.remove(partition);
      if (progress != null) {
        progress.unsettled().forEach(KafkaJob::revoke);
      }
    }
    unkept.removeIf(job -> removed.contains(job.job().partition()));
  }

  private boolean leave(KafkaJob job) {
    PartitionProgress progress = partitions.get(job.partition());
    if (progress != null) {
      progress.left(job);
    }
    return true;
  }

  private boolean isUnderWay(Collection<TopicPartition> removed) {
    return removed.stream()
        .map(partitions::get)
        .anyMatch(progress -> progress != null && progress.isUnderWay());
  }

  private void arrived(ConsumerRecord<byte[], byte[]> record) {
    var job = new KafkaJob(record, exchange::settled);
    PartitionProgress progress = partitions.get(job.partition());
    if (progress != null && progress.isNew(record.offset())) {
      progress.add(job);
      exchange.ready(job);
    }
  }

  private void takeSettled() {
    for (SettledJob each : exchange.settled()) {
      KafkaJob job = each.job();
      PartitionProgress progress = partitions.get(job.partition());
      if (progress == null || !progress.has(job)) {
        continue;
      }
      if (each.isReleased()) {
        var again = new KafkaJob(job.record(), exchange::settled);
        progress.add(again);
        exchange.ready(again);
      } else {
        progress.settled(job.record().offset());
        unkept.add(each);
      }
    }
  }

  private void keep() {
    kept = System.nanoTime();
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    partitions.forEach(
        (partition, progress) -> {
          if (progress.isChanged()) {
            offsets.put(partition, progress.commit());
          }
        });
    if (offsets.isEmpty()) {
      return;
    }
    boolean done =
        writer.keep(unkept.stream().flatMap(job -> records.of(job).stream()).toList(), offsets);
    if (done) {
      unkept.clear();
    } else {
      partitions.forEach(
          (partition, progress) -> {
            if (offsets.containsKey(partition)) {
              progress.uncommitted();
            }
          });
    }
  }

  /** Reads on when everything was taken, but not where no more can be noted. */
  private void regulate() {
    Set<TopicPartition> stopped = new HashSet<>();
    Set<TopicPartition> going = new HashSet<>();
    boolean full = exchange.ready() > 0;
    partitions.forEach(
        (partition, progress) -> (full || progress.isFull() ? stopped : going).add(partition));
    consumer.pause(stopped);
    consumer.resume(going);
  }

  private boolean isCaughtUp() {
    if (partitions.isEmpty()) {
      return System.nanoTime() - begun > UNASSIGNED.toNanos();
    }
    return partitions.keySet().stream()
        .allMatch(partition -> consumer.currentLag(partition).orElse(1) == 0);
  }
}
