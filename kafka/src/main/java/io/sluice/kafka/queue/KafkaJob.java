package io.sluice.kafka.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.kafka.record.RecordHeader;
import io.sluice.queue.Job;
import io.sluice.queue.JobResult;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record of the topic of requests, as it was handed out once. Thread-safe. */
final class KafkaJob implements Job {

  /** The label that counts how often a share group handed the request out. */
  static final String DELIVERY = "delivery";

  private static final int LONGEST_ID = 512;
  private static final int MOST_LABELS = 16;

  private final ConsumerRecord<byte[], byte[]> record;
  private final Consumer<SettledJob> settling;
  private final String id;
  private final String text;
  private final Optional<String> fault;
  private Runnable stop = () -> {};
  private boolean settled;
  private boolean revoked;

  /**
   * @param settling told once what became of it; must return at once
   */
  KafkaJob(ConsumerRecord<byte[], byte[]> record, Consumer<SettledJob> settling) {
    this.record = record;
    this.settling = settling;
    this.id = id(record);
    Optional<String> read = text(record.value());
    this.text = read.orElse("");
    this.fault = read.isPresent() ? Optional.empty() : Optional.of("the record is no UTF-8 text");
  }

  ConsumerRecord<byte[], byte[]> record() {
    return record;
  }

  TopicPartition partition() {
    return new TopicPartition(record.topic(), record.partition());
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Optional<String> fault() {
    return fault;
  }

  @Override
  public Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    record.deliveryCount().ifPresent(times -> labels.put(DELIVERY, Short.toString(times)));
    for (Header header : record.headers()) {
      if (header.key().startsWith(RecordHeader.LABEL) && labels.size() < MOST_LABELS) {
        text(header.value())
            .ifPresent(
                value -> labels.put(header.key().substring(RecordHeader.LABEL.length()), value));
      }
    }
    return labels;
  }

  @Override
  public String place() {
    return "partition " + record.partition() + ", offset " + record.offset();
  }

  @Override
  public void done(JobResult result) {
    settle(SettledJob.done(this, result));
  }

  @Override
  public void skip() {
    settle(SettledJob.skipped(this));
  }

  @Override
  public void release() {
    settle(SettledJob.released(this));
  }

  @Override
  public void onRevoked(Runnable told) {
    boolean now;
    synchronized (this) {
      stop = told;
      now = revoked;
    }
    if (now) {
      told.run();
    }
  }

  /** Takes the job back, unless it is settled. */
  void revoke() {
    Runnable told;
    synchronized (this) {
      if (settled || revoked) {
        return;
      }
      revoked = true;
      told = stop;
    }
    told.run();
  }

  private void settle(SettledJob how) {
    synchronized (this) {
      if (settled || revoked) {
        return;
      }
      settled = true;
    }
    settling.accept(how);
  }

  private static String id(ConsumerRecord<byte[], byte[]> record) {
    return text(record.key())
        .filter(key -> !key.isEmpty() && key.length() <= LONGEST_ID)
        .orElse(record.topic() + "-" + record.partition() + "-" + record.offset());
  }

  private static Optional<String> text(byte @Nullable [] bytes) {
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }
}
