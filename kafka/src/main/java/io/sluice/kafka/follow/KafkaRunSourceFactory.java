package io.sluice.kafka.follow;

import io.sluice.kafka.client.ClientSettings;
import io.sluice.kafka.record.Topics;
import io.sluice.replay.RunSourceFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.stream.Source;
import io.sluice.wire.Dialect;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds runs in a topic of Kafka by their ids. Thread-safe. */
public final class KafkaRunSourceFactory implements RunSourceFactory {

  private static final SinkOption TOPIC =
      SinkOption.of("topic", SinkOption.Type.TEXT, "where the lines of runs are")
          .orElse(Topics.CHUNKS);
  private static final SinkOption RUN =
      SinkOption.of("run", SinkOption.Type.TEXT, "the id of the run").required();
  private static final SinkOption FROM =
      SinkOption.of(
          "from", SinkOption.Type.TEXT, "the moment from which to look, such as 2026-01-31T09:30Z");
  private static final SinkOption IDLE =
      SinkOption.of(
              "idle-timeout", SinkOption.Type.DURATION, "how long to wait for the next record")
          .orElse("30s");

  private static final List<SinkOption> DECLARED =
      Stream.concat(ClientSettings.DECLARED.stream(), Stream.of(TOPIC, RUN, FROM, IDLE)).toList();

  /** Creates a factory, which connects to nothing by itself. */
  public KafkaRunSourceFactory() {}

  @Override
  public Source find(SinkOptions options, Function<String, Dialect> dialects) throws IOException {
    return new RunFinder(
            ClientSettings.of(options),
            options.text(TOPIC.name()).orElseThrow(),
            options.text(FROM.name()).map(KafkaRunSourceFactory::moment),
            options.duration(IDLE.name()).orElseThrow(),
            dialects)
        .find(options.text(RUN.name()).orElseThrow());
  }

  @Override
  public List<SinkOption> options() {
    return DECLARED;
  }

  @Override
  public String description() {
    return "follows a run that was written to Apache Kafka";
  }

  private static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException(
          "option 'from' is '" + text + "'; use a moment, such as 2026-01-31T09:30Z", malformed);
    }
  }
}
