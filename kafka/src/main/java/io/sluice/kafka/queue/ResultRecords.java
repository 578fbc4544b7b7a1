package io.sluice.kafka.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.json.JsonWriter;
import io.sluice.kafka.record.RecordHeader;
import io.sluice.kafka.record.RecordType;
import io.sluice.queue.JobResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Makes the records that settled jobs leave. Immutable.
 *
 * @param results where results go, if anywhere
 * @param deadLetters where requests go that cannot be answered, if anywhere
 * @param group the group of the process, for dead letters
 * @param largest the most bytes of a record
 */
record ResultRecords(
    Optional<String> results, Optional<String> deadLetters, String group, int largest) {

  /** What a result says in {@link RecordHeader#STATUS} if its answer is whole. */
  static final String COMPLETED = "completed";

  private static final String FAILED = "failed";
  private static final int ENVELOPE = 4096;
  private static final String DEAD = "__dlq.errors.";

  /** The records of a job, in no order. */
  List<ProducerRecord<byte[], byte[]>> of(SettledJob job) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    if (job.result().isPresent() && results.isPresent()) {
      records.add(result(results.get(), job.result().get()));
    }
    if (job.error().isPresent() && deadLetters.isPresent()) {
      records.add(dead(deadLetters.get(), job.job().record(), job.error().get()));
    }
    return records;
  }

  private ProducerRecord<byte[], byte[]> result(String topic, JobResult result) {
    byte[] value = result.line().getBytes(UTF_8);
    boolean fits = value.length + ENVELOPE <= largest;
    var record =
        new ProducerRecord<>(
            topic,
            result.id().getBytes(UTF_8),
            fits ? value : oversize(result.id(), value.length).getBytes(UTF_8));
    Headers headers = record.headers();
    RecordHeader.VERSION.add(headers, RecordHeader.CONTRACT);
    RecordHeader.TYPE.add(headers, RecordType.RESULT.word());
    RecordHeader.STATUS.add(headers, fits && result.error().isEmpty() ? COMPLETED : FAILED);
    RecordHeader.CONTENT_TYPE.add(headers, "application/json");
    if (!fits) {
      RecordHeader.OVERSIZE.add(headers, Integer.toString(value.length));
    }
    return record;
  }

  /** A record that nobody takes would end every process that gets its request. */
  private static String oversize(String id, int bytes) {
    return JsonWriter.object(
        line -> {
          line.field("custom_id", id).nothing("response");
          line.object(
              "error",
              error ->
                  error
                      .field("code", "too_long")
                      .field(
                          "message",
                          "the result has "
                              + bytes
                              + " bytes, more than max.request.size of its producer allows"));
        });
  }

  /** The record as it was, with the header fields that brokers give theirs. */
  private ProducerRecord<byte[], byte[]> dead(
      String topic, ConsumerRecord<byte[], byte[]> request, String why) {
    var record =
        new ProducerRecord<>(topic, null, request.key(), request.value(), request.headers());
    add(record.headers(), "topic", request.topic());
    add(record.headers(), "partition", Integer.toString(request.partition()));
    add(record.headers(), "offset", Long.toString(request.offset()));
    add(record.headers(), "group", group);
    add(record.headers(), "message", why);
    return record;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(DEAD + name, value.getBytes(UTF_8));
  }
}
