package io.sluice.kafka.follow;

import io.sluice.kafka.record.RecordKey;
import io.sluice.replay.UnknownRunException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks for the record that opens a run: first in the partition that its id leads to, of which the
 * last minutes are looked at before all of it; then in the others, where it is if the topic got
 * more partitions since or its records have another key, and then for a while in what is written
 * meanwhile.
 *
 * @param topic where to look
 * @param run the id of the run
 * @param since the moment from which records are looked at; empty for all
 * @param patience how long to wait for a run that is not there yet
 */
record RunSearch(RunTopic topic, String run, Optional<Instant> since, Duration patience) {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration RECENT = Duration.ofMinutes(10);

  /**
   * Returns the opening record.
   *
   * @throws IOException in one line, if there is none, or the topic does not hold it any more
   */
  LineRecord opening() throws IOException {
    try (Consumer<byte[], byte[]> reader = topic.reader()) {
      return opening(reader);
    } catch (KafkaException failed) {
      throw topic.error(failed);
    }
  }

  private LineRecord opening(Consumer<byte[], byte[]> reader) throws IOException {
    List<TopicPartition> all = topic.partitions(reader);
    Map<TopicPartition, Long> ends = reader.endOffsets(all);
    TopicPartition likely = all.get(RecordKey.partition(run, all.size()));
    Optional<LineRecord> recent = recent(reader, likely, ends);
    if (recent.isPresent()) {
      return recent.get();
    }
    Optional<LineRecord> found = among(reader, List.of(likely), since, ends);
    if (found.isEmpty()) {
      List<TopicPartition> others = new ArrayList<>(all);
      others.remove(likely);
      found = among(reader, others, since, ends);
    }
    return checked(found.isPresent() ? found.get() : awaited(reader, ends));
  }

  /** Most runs that are asked for have just begun, and a topic may hold a week. */
  private Optional<LineRecord> recent(
      Consumer<byte[], byte[]> reader, TopicPartition likely, Map<TopicPartition, Long> ends)
      throws IOException {
    if (since.isPresent()) {
      return Optional.empty();
    }
    Optional<Instant> lately = Optional.of(Instant.now().minus(RECENT));
    return among(reader, List.of(likely), lately, ends).filter(LineRecord::opens);
  }

  /** Looks at what partitions held a moment ago; returns the first record of the run. */
  private Optional<LineRecord> among(
      Consumer<byte[], byte[]> reader,
      List<TopicPartition> partitions,
      Optional<Instant> from,
      Map<TopicPartition, Long> ends)
      throws IOException {
    reader.assign(partitions);
    begin(reader, partitions, from, ends);
    while (partitions.stream()
        .anyMatch(each -> reader.position(each) < ends.getOrDefault(each, 0L))) {
      Optional<LineRecord> found = first(reader);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private LineRecord awaited(Consumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends)
      throws IOException {
    reader.assign(ends.keySet());
    ends.forEach(reader::seek);
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() - deadline < 0) {
      Optional<LineRecord> found = first(reader);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new UnknownRunException(
        "run '"
            + run
            + "' is not in "
            + topic.url()
            + "; check its id and how long the topic keeps"
            + " records");
  }

  private void begin(
      Consumer<byte[], byte[]> reader,
      List<TopicPartition> partitions,
      Optional<Instant> from,
      Map<TopicPartition, Long> ends) {
    if (from.isEmpty()) {
      reader.seekToBeginning(partitions);
      return;
    }
    long millis = from.get().toEpochMilli();
    Map<TopicPartition, OffsetAndTimestamp> begins = new HashMap<>();
    begins.putAll(
        reader.offsetsForTimes(
            partitions.stream().collect(Collectors.toMap(each -> each, each -> millis))));
    for (TopicPartition each : partitions) {
      OffsetAndTimestamp begin = begins.get(each);
      reader.seek(each, begin == null ? ends.getOrDefault(each, 0L) : begin.offset());
    }
  }

  /** The first record of the run among the next ones. */
  private Optional<LineRecord> first(Consumer<byte[], byte[]> reader) throws IOException {
    for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
      Optional<LineRecord> found = LineRecord.of(record, run);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private LineRecord checked(LineRecord first) throws IOException {
    if (!first.opens()) {
      throw new UnknownRunException(
          "run '"
              + run
              + "' is not_resumable: "
              + topic.url()
              + " no longer holds its beginning"
              + since.map(moment -> ", or it began before " + moment).orElse(""));
    }
    return first;
  }
}
