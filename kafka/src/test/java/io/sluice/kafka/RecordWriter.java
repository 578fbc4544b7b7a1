package io.sluice.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes records as a sink might that has gone wrong, with nothing of the code under test. */
public final class RecordWriter implements AutoCloseable {

  private final KafkaProducer<String, String> producer;
  private final String topic;
  private final String run;

  /** A writer of the records of one run. */
  public RecordWriter(TestBroker broker, String topic, String run) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.servers()),
            new StringSerializer(),
            new StringSerializer());
    this.topic = topic;
    this.run = run;
  }

  /** Writes the line that opens the run. */
  public RecordWriter open() throws Exception {
    return lines(
        0,
        "{\"type\":\"open\",\"version\":1,\"id\":\""
            + run
            + "\",\"started\":\"2026-01-31T09:30:00Z\",\"endpoint\":\"e\"}");
  }

  /** Writes a chunk. */
  public RecordWriter text(long number, String text) throws Exception {
    return lines(
        number,
        "{\"type\":\"chunk\",\"at_ms\":1,\"data\":{\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
            + text
            + "\"}}]}}");
  }

  /** Writes the line that ends the run. */
  public RecordWriter end(long number) throws Exception {
    return lines(number, "{\"type\":\"end\",\"status\":\"completed\",\"chunks\":1}");
  }

  /** Writes a record of these lines, of which the first has that number. */
  public RecordWriter lines(long number, String lines) throws Exception {
    return record("1", number, lines);
  }

  /** Writes a record of a version. */
  public RecordWriter record(String version, long number, String lines) throws Exception {
    var record = new ProducerRecord<>(topic, run, lines);
    record.headers().add("sluice-version", version.getBytes(UTF_8));
    record.headers().add("sluice-run", run.getBytes(UTF_8));
    record.headers().add("sluice-seq", Long.toString(number).getBytes(UTF_8));
    producer.send(record).get(30, TimeUnit.SECONDS);
    return this;
  }

  @Override
  public void close() {
    producer.close();
  }
}
