package io.sluice.kafka.sink;

import io.sluice.kafka.client.ClientSettings;
import io.sluice.kafka.client.ProducerSettings;
import io.sluice.kafka.record.RecordKey;
import io.sluice.kafka.record.Topics;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code --sink kafka:…} says.
 *
 * @param producer how records are sent
 * @param part what of a run becomes records
 * @param topic where its lines go
 * @param results where its result goes
 * @param key what its lines are keyed by
 * @param linger how long a line may wait for others
 * @param bytes how many bytes of lines are gathered
 * @param withContent whether records hold the question and the answer
 * @param creates whether topics that are missing are made
 */
record KafkaSinkOptions(
    ProducerSettings producer,
    RecordedPart part,
    String topic,
    String results,
    RecordKey key,
    Duration linger,
    int bytes,
    boolean withContent,
    boolean creates) {

  private static final int MOST_BYTES = 1 << 30;

  private static final SinkOption TOPIC =
      SinkOption.of("topic", SinkOption.Type.TEXT, "where the lines of runs go")
          .orElse(Topics.CHUNKS);
  private static final SinkOption RESULTS =
      SinkOption.of("results", SinkOption.Type.TEXT, "where their results go")
          .orElse(Topics.RESULTS);
  private static final SinkOption WHAT =
      SinkOption.oneOf("what", RecordedPart.words(), "which of the two is written");
  private static final SinkOption KEY =
      SinkOption.of(
              "key", SinkOption.Type.TEXT, "what lines are keyed by, or custom_id, or label:NAME")
          .orElse("run");
  private static final SinkOption LINGER =
      SinkOption.of("linger", SinkOption.Type.DURATION, "how long a chunk may wait for others")
          .orElse("20ms");
  private static final SinkOption BYTES =
      SinkOption.of("bytes", SinkOption.Type.SIZE, "how much is gathered in one record")
          .orElse("16k");
  private static final SinkOption CONTENT =
      SinkOption.of("content", SinkOption.Type.BOOLEAN, "false leaves question and answer out")
          .orElse("true");
  private static final SinkOption TIMEOUT =
      SinkOption.of(
              "timeout", SinkOption.Type.DURATION, "how long a record may wait for its brokers")
          .orElse("10s");
  private static final SinkOption CREATE =
      SinkOption.off("create", "make topics that are not there");

  static final List<SinkOption> DECLARED =
      Stream.concat(
              ClientSettings.DECLARED.stream(),
              Stream.of(TOPIC, RESULTS, WHAT, KEY, LINGER, BYTES, CONTENT, TIMEOUT, CREATE))
          .toList();

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException in one line, if one is out of range
   * @throws IOException in one line, if a file cannot be read
   */
  static KafkaSinkOptions of(SinkOptions options) throws IOException {
    return new KafkaSinkOptions(
        new ProducerSettings(
            ClientSettings.of(options), options.duration(TIMEOUT.name()).orElseThrow()),
        RecordedPart.of(options.text(WHAT.name()).orElseThrow()),
        options.text(TOPIC.name()).orElseThrow(),
        options.text(RESULTS.name()).orElseThrow(),
        RecordKey.parse(options.text(KEY.name()).orElseThrow()),
        options.duration(LINGER.name()).orElseThrow(),
        bytes(options.size(BYTES.name())),
        options.on(CONTENT.name()),
        options.on(CREATE.name()));
  }

  private static int bytes(Optional<Long> size) {
    long bytes = size.orElseThrow();
    if (bytes > MOST_BYTES) {
      throw new IllegalArgumentException("bytes is " + bytes + "; use at most 1G");
    }
    return (int) bytes;
  }
}
