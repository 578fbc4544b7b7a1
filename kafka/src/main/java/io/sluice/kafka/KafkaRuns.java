package io.sluice.kafka;

import io.sluice.kafka.client.ClientSettings;
import io.sluice.kafka.follow.RunFinder;
import io.sluice.kafka.record.Topics;
import io.sluice.replay.FollowedRun;
import io.sluice.wire.Dialect;
import io.sluice.wire.OpenAiDialect;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The runs that a topic of Kafka holds, to be followed while they go on or read again later.
 * Reading never sends a request. Immutable; what configures it returns another one. Nothing has to
 * be closed but the streams.
 */
public final class KafkaRuns {

  /** How long to wait, unless something else is set. */
  public static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);

  private final RunFinder finder;

  private KafkaRuns(RunFinder finder) {
    this.finder = finder;
  }

  /**
   * Returns the runs in the topic {@code sluice.chunks}, in OpenAI's dialect.
   *
   * @param client properties of a Kafka client, {@code bootstrap.servers} among them
   * @throws IllegalArgumentException in one line, if they name no servers
   */
  public static KafkaRuns of(Map<String, String> client) {
    return new KafkaRuns(
        new RunFinder(
            ClientSettings.of(client),
            Topics.CHUNKS,
            Optional.empty(),
            IDLE_TIMEOUT,
            KafkaRuns::standard));
  }

  /** Returns the runs of another topic. */
  public KafkaRuns topic(String name) {
    return new KafkaRuns(
        new RunFinder(finder.client(), name, finder.since(), finder.idle(), finder.dialects()));
  }

  /**
   * Returns runs that are looked for among the records since then, which is quicker. A run that
   * began earlier is not found.
   */
  public KafkaRuns since(Instant moment) {
    return new KafkaRuns(
        new RunFinder(
            finder.client(),
            finder.topicName(),
            Optional.of(moment),
            finder.idle(),
            finder.dialects()));
  }

  /**
   * Returns runs for which so much time is waited: for a run that has not begun, and for the next
   * record of one that has. An answer whose next record does not come ends as truncated.
   */
  public KafkaRuns idleTimeout(Duration limit) {
    return new KafkaRuns(
        new RunFinder(
            finder.client(), finder.topicName(), finder.since(), limit, finder.dialects()));
  }

  /**
   * Returns runs whose dialects are found by name.
   *
   * @param byName throws an IllegalArgumentException in one line if there is none of that name
   */
  public KafkaRuns dialects(Function<String, Dialect> byName) {
    return new KafkaRuns(
        new RunFinder(finder.client(), finder.topicName(), finder.since(), finder.idle(), byName));
  }

  /**
   * Finds a run, and waits for its opening if it is not there yet. The source can be opened any
   * number of times; each stream begins with the opening.
   *
   * @throws IOException in one line, if no such run begins within the timeout, the topic no longer
   *     holds its beginning, or the brokers cannot be asked
   */
  public FollowedRun follow(String id) throws IOException {
    return finder.find(id);
  }

  private static Dialect standard(String name) {
    Dialect standard = new OpenAiDialect();
    if (!name.equals(standard.name())) {
      throw new IllegalArgumentException(
          "it is in the dialect '" + name + "'; give the runs that one");
    }
    return standard;
  }
}
