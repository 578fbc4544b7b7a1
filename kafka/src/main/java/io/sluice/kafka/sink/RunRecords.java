package io.sluice.kafka.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.chat.ChatRequest;
import io.sluice.kafka.record.RecordHeader;
import io.sluice.kafka.record.RecordType;
import io.sluice.sink.StreamContext;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Makes the records of one run for one topic, all in one partition, and counts their lines.
 * Mutable; for one thread at a time.
 */
final class RunRecords {

  private static final String LINES = "application/x-ndjson";
  private static final String OBJECT = "application/json";
  private static final String TRACEPARENT = "traceparent";

  /** What a record has around key, value and header fields, generously. */
  private static final int FRAME = 512;

  private final TopicTarget target;
  private final Headers common = new RecordHeaders();
  private long lines;

  RunRecords(TopicTarget target, StreamContext run) {
    this.target = target;
    RecordHeader.VERSION.add(common, RecordHeader.CONTRACT);
    RecordHeader.RUN.add(common, run.id());
    run.request().map(ChatRequest::model).ifPresent(model -> RecordHeader.MODEL.add(common, model));
    RecordHeader.DIALECT.add(common, run.dialect());
    run.attributes().forEach(this::label);
  }

  private void label(String name, String value) {
    if (name.equals(TRACEPARENT)) {
      RecordHeader.TRACEPARENT.add(common, value);
    } else {
      common.add(RecordHeader.LABEL + name, value.getBytes(UTF_8));
    }
  }

  /** A record of so many lines of a run, without a line feed at its end. */
  ProducerRecord<byte[], byte[]> lines(RecordType type, String text, int count) {
    Headers headers = headers(type, LINES);
    RecordHeader.SEQ.add(headers, Long.toString(lines));
    RecordHeader.LINES.add(headers, Integer.toString(count));
    lines += count;
    return record(headers, text);
  }

  /** The record of the line that ends a run. */
  ProducerRecord<byte[], byte[]> end(String line, String status) {
    ProducerRecord<byte[], byte[]> record = lines(RecordType.END, line, 1);
    RecordHeader.STATUS.add(record.headers(), status);
    return record;
  }

  /** The record of the result of a run. */
  ProducerRecord<byte[], byte[]> result(String object, String status) {
    Headers headers = headers(RecordType.RESULT, OBJECT);
    RecordHeader.STATUS.add(headers, status);
    return record(headers, object);
  }

  /** How many bytes a record has beside its value, at the most. */
  int overhead() {
    int bytes = FRAME + target.key().getBytes(UTF_8).length;
    for (Header header : common) {
      bytes += header.key().length() * 3 + header.value().length + Long.BYTES;
    }
    return bytes;
  }

  private Headers headers(RecordType type, String contentType) {
    Headers headers = new RecordHeaders(common);
    RecordHeader.TYPE.add(headers, type.word());
    RecordHeader.CONTENT_TYPE.add(headers, contentType);
    return headers;
  }

  private ProducerRecord<byte[], byte[]> record(Headers headers, String value) {
    return new ProducerRecord<>(
        target.topic(),
        target.partition(),
        target.key().getBytes(UTF_8),
        value.getBytes(UTF_8),
        headers);
  }
}
