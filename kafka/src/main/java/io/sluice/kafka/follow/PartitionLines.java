package io.sluice.kafka.follow;

import io.sluice.replay.FollowedLines;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** The lines of one run, from its opening record on, as brokers hand them out. */
final class PartitionLines implements FollowedLines {

  private final RunTopic topic;
  private final String run;
  private final Duration idle;
  private final Consumer<byte[], byte[]> reader;
  private final Queue<LineRecord> waiting = new ArrayDeque<>();

  private PartitionLines(
      RunTopic topic, String run, Duration idle, Consumer<byte[], byte[]> reader) {
    this.topic = topic;
    this.run = run;
    this.idle = idle;
    this.reader = reader;
  }

  /**
   * Begins to read.
   *
   * @param opening the record that opens the run
   * @param idle how long to wait for the next record of the run
   * @throws IOException in one line, if the settings make no reader
   */
  static PartitionLines open(RunTopic topic, String run, LineRecord opening, Duration idle)
      throws IOException {
    Consumer<byte[], byte[]> reader = topic.reader();
    var partition = new TopicPartition(topic.name(), opening.record().partition());
    reader.assign(List.of(partition));
    reader.seek(partition, opening.record().offset());
    return new PartitionLines(topic, run, idle, reader);
  }

  @Override
  public List<NumberedLine> next() throws IOException {
    long deadline = System.nanoTime() + idle.toNanos();
    long left = idle.toNanos();
    while (waiting.isEmpty() && left > 0) {
      try {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofNanos(left))) {
          LineRecord.of(record, run).ifPresent(waiting::add);
        }
      } catch (KafkaException failed) {
        throw topic.error(failed);
      }
      left = deadline - System.nanoTime();
    }
    LineRecord first = waiting.poll();
    return first == null ? List.of() : first.lines();
  }

  @Override
  public void close() throws IOException {
    // A client does not close while its thread is interrupted.
    boolean interrupted = Thread.interrupted();
    try {
      reader.close();
    } catch (InterruptException again) {
      Thread.interrupted();
    } catch (KafkaException failed) {
      throw topic.error(failed);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
