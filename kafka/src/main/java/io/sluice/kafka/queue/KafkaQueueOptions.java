package io.sluice.kafka.queue;

import io.sluice.kafka.client.ClientSettings;
import io.sluice.kafka.record.Topics;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code --from kafka:…} says.
 *
 * @param client how the cluster is reached
 * @param topic where requests come from
 * @param group the group of all processes that share the requests
 * @param isShare whether it is a share group
 * @param results where results go; empty if the caller keeps them
 * @param deadLetters where requests go that cannot be answered
 * @param drain how long a request under way may take when its partition goes to another process
 * @param isExactlyOnce whether a result and its request's offset are one transaction
 * @param skipsDone whether requests are skipped whose results are there at the start
 * @param creates whether topics that are missing are made, and a share group is set up
 */
record KafkaQueueOptions(
    ClientSettings client,
    String topic,
    String group,
    boolean isShare,
    Optional<String> results,
    Optional<String> deadLetters,
    Duration drain,
    boolean isExactlyOnce,
    boolean skipsDone,
    boolean creates) {

  private static final String GROUP_MODE = "group";
  private static final String SHARE_MODE = "share";

  private static final SinkOption TOPIC =
      SinkOption.of("topic", SinkOption.Type.TEXT, "where requests come from")
          .orElse(Topics.REQUESTS);
  private static final SinkOption GROUP =
      SinkOption.of("group", SinkOption.Type.TEXT, "the group of all that share the requests")
          .required();
  private static final SinkOption MODE =
      SinkOption.oneOf(
          "mode",
          List.of(GROUP_MODE, SHARE_MODE),
          "group: each partition has one owner; share: any request goes to any process");
  private static final SinkOption RESULTS =
      SinkOption.of("results", SinkOption.Type.TEXT, "the topic for results; else they go to -o");
  private static final SinkOption DEAD_LETTERS =
      SinkOption.of(
          "dlq",
          SinkOption.Type.TEXT,
          "a topic for requests that cannot be answered; its name begins with dlq.");
  private static final SinkOption DRAIN =
      SinkOption.of(
              "drain",
              SinkOption.Type.DURATION,
              "how long requests may go on whose partition gets another owner")
          .orElse("30s");
  private static final SinkOption EXACTLY_ONCE =
      SinkOption.off(
          "exactly-once", "one result of each request, for readers of what is committed");
  private static final SinkOption SKIP_DONE =
      SinkOption.off("skip-done", "read results at the start, and ask none of those again");
  private static final SinkOption CREATE =
      SinkOption.off("create", "make topics that are not there, and set up a share group");

  static final List<SinkOption> DECLARED =
      Stream.concat(
              ClientSettings.DECLARED.stream(),
              Stream.of(
                  TOPIC,
                  GROUP,
                  MODE,
                  RESULTS,
                  DEAD_LETTERS,
                  DRAIN,
                  EXACTLY_ONCE,
                  SKIP_DONE,
                  CREATE))
          .toList();

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException in one line, if they contradict each other
   * @throws IOException in one line, if a file cannot be read
   */
  static KafkaQueueOptions of(SinkOptions options) throws IOException {
    var read =
        new KafkaQueueOptions(
            ClientSettings.of(options),
            options.text(TOPIC.name()).orElseThrow(),
            options.text(GROUP.name()).orElseThrow(),
            options.text(MODE.name()).orElseThrow().equals(SHARE_MODE),
            options.text(RESULTS.name()),
            options.text(DEAD_LETTERS.name()),
            options.duration(DRAIN.name()).orElseThrow(),
            options.on(EXACTLY_ONCE.name()),
            options.on(SKIP_DONE.name()),
            options.on(CREATE.name()));
    read.check();
    return read;
  }

  private void check() {
    needsResults(EXACTLY_ONCE, isExactlyOnce);
    needsResults(SKIP_DONE, skipsDone);
    if (isExactlyOnce && isShare) {
      throw new IllegalArgumentException(
          "share groups have no transactions; leave out exactly-once, or use mode=group");
    }
    if (isShare && deadLetters.isPresent()) {
      throw new IllegalArgumentException(
          "a share group's broker keeps dead letters itself; leave out dlq, and set"
              + " errors.deadletterqueue.topic.name of the group");
    }
    if (deadLetters.filter(name -> !name.startsWith("dlq.")).isPresent()) {
      throw new IllegalArgumentException(
          "dlq is '" + deadLetters.get() + "'; use a name that begins with dlq.");
    }
  }

  private void needsResults(SinkOption option, boolean isOn) {
    if (isOn && results.isEmpty()) {
      throw new IllegalArgumentException(option.name() + " needs results=TOPIC");
    }
  }
}
