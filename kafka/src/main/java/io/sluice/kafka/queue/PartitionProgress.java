package io.sluice.kafka.queue;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * How far the jobs of a partition are settled. What is committed is the offset before which all
 * are, with the settled ones behind it in the metadata, so that none of these is repeated. Mutable;
 * for one thread.
 */
final class PartitionProgress {

  /** Brokers refuse more than 4,096 bytes; jobs that are under way may still add some. */
  private static final int LONGEST_NOTE = 2_500;

  private final NavigableMap<Long, KafkaJob> unsettled = new TreeMap<>();
  private final SettledOffsets settled;
  private final Set<Long> left = new HashSet<>();
  private long end;
  private boolean changed;

  /**
   * @param committed what was committed last
   */
  PartitionProgress(OffsetAndMetadata committed) {
    this.end = committed.offset();
    this.settled = SettledOffsets.read(committed.offset(), committed.metadata());
  }

  /** Notes that a record was read; returns whether its job is to be handed out. */
  boolean isNew(long offset) {
    end = Math.max(end, offset + 1);
    return !settled.contains(offset) && !unsettled.containsKey(offset);
  }

  /** Notes that a job is there to be handed out. */
  void add(KafkaJob job) {
    unsettled.put(job.record().offset(), job);
  }

  /** Notes that a job is settled. */
  void settled(long offset) {
    unsettled.remove(offset);
    settled.add(offset);
    changed = true;
  }

  /** Whether that very job is there and not settled. */
  boolean has(KafkaJob job) {
    return unsettled.get(job.record().offset()) == job;
  }

  /** Notes that a job that was not handed out is left to the next owner of the partition. */
  void left(KafkaJob job) {
    left.add(job.record().offset());
  }

  /** Whether jobs are not settled, but for those that are left. */
  boolean isUnderWay() {
    return unsettled.size() > left.size();
  }

  /** The jobs that are not settled, in order. */
  Collection<KafkaJob> unsettled() {
    return List.copyOf(unsettled.values());
  }

  /** Whether more jobs are settled behind one that is not than can be noted, if many more were. */
  boolean isFull() {
    return settled.write(first()).length() > LONGEST_NOTE;
  }

  /** Whether jobs were settled since {@link #commit} was called. */
  boolean isChanged() {
    return changed;
  }

  /** What {@link #commit} told was not committed. */
  void uncommitted() {
    changed = true;
  }

  /** What is to be committed now. */
  OffsetAndMetadata commit() {
    changed = false;
    long first = first();
    settled.forgetBefore(first);
    return new OffsetAndMetadata(first, settled.write(first));
  }

  private long first() {
    return unsettled.isEmpty() ? end : unsettled.firstKey();
  }
}
