package io.sluice.kafka.queue;

import io.sluice.kafka.client.BrokerError;
import io.sluice.kafka.client.TopicDirectory;
import io.sluice.queue.JobQueue;
import io.sluice.queue.JobQueueFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;

/** Opens topics of requests as queues. Thread-safe. */
public final class KafkaQueueFactory implements JobQueueFactory {

  private static final Duration CLOSING = Duration.ofSeconds(5);

  /** Creates a factory that has connected to nothing. */
  public KafkaQueueFactory() {}

  /**
   * Joins the group of a topic. Asks first for all topics, within five seconds each.
   *
   * @throws IllegalArgumentException in one line, if options contradict each other, or a file of
   *     settings sets what it must not; no value of a file is in the message
   * @throws IOException in one line, if a topic is missing, or the brokers cannot be used
   */
  @Override
  public JobQueue open(SinkOptions options) throws IOException {
    KafkaQueueOptions read = KafkaQueueOptions.of(options);
    var clients = new QueueClients(read);
    try {
      topics(read);
      AnsweredIds answered = answered(read, clients);
      return new KafkaQueue(
          read, answered, read.isShare() ? members(read, clients) : owner(read, clients));
    } catch (KafkaException failed) {
      throw BrokerError.of(read.client(), read.topic(), failed);
    }
  }

  @Override
  public List<SinkOption> options() {
    return KafkaQueueOptions.DECLARED;
  }

  @Override
  public String description() {
    return "takes requests from a topic of Apache Kafka, and can keep their results in another";
  }

  private static GroupMembership owner(KafkaQueueOptions options, QueueClients clients)
      throws IOException {
    Consumer<byte[], byte[]> consumer = clients.consumer(MemberProtocol.of(options.client()));
    try {
      ResultWriter writer = clients.writer(consumer);
      return new PartitionOwner(options, consumer, writer, records(options, clients));
    } catch (KafkaException failed) {
      consumer.close();
      throw failed;
    }
  }

  private static GroupMembership members(KafkaQueueOptions options, QueueClients clients)
      throws IOException {
    new ShareGroupSettings(options).check();
    var producer = clients.producer(clients.results().properties());
    return new ShareMembers(clients, records(options, clients), producer);
  }

  private static ResultRecords records(KafkaQueueOptions options, QueueClients clients) {
    return new ResultRecords(
        options.results(),
        options.deadLetters(),
        options.group(),
        clients.results().largestRecord());
  }

  private static AnsweredIds answered(KafkaQueueOptions options, QueueClients clients) {
    if (!options.skipsDone() || options.results().isEmpty()) {
      return AnsweredIds.none();
    }
    try (Consumer<byte[], byte[]> reader = clients.reader()) {
      return AnsweredIds.read(options.results().get(), reader);
    }
  }

  /** Fails before anything is paid, if a topic is missing. */
  private static void topics(KafkaQueueOptions options) throws IOException {
    TopicDirectory topics = TopicDirectory.open(options.client(), options.topic());
    try {
      topic(topics, options, options.topic(), TopicDirectory.ofRequests());
      if (options.results().isPresent()) {
        topic(topics, options, options.results().get(), TopicDirectory.ofResults());
      }
      if (options.deadLetters().isPresent()) {
        topic(topics, options, options.deadLetters().get(), TopicDirectory.ofRequests());
      }
    } finally {
      topics.close(CLOSING);
    }
  }

  private static void topic(
      TopicDirectory topics, KafkaQueueOptions options, String name, Map<String, String> config)
      throws IOException {
    if (options.creates()) {
      topics.created(name, config);
    } else {
      topics.partitions(name);
    }
  }
}
