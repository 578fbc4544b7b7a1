package io.sluice.kafka.queue;

import io.sluice.kafka.client.BrokerError;
import io.sluice.queue.Job;
import io.sluice.queue.JobQueue;
import io.sluice.thread.DaemonThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A topic as a queue. What talks to the brokers has a thread of its own. Thread-safe. */
final class KafkaQueue implements JobQueue {

  private static final long CLOSING = TimeUnit.SECONDS.toMillis(45);

  private final KafkaQueueOptions options;
  private final AnsweredIds answered;
  private final JobExchange exchange = new JobExchange();
  private final Thread thread;

  /**
   * Begins to take jobs.
   *
   * @param answered the ids that are not asked again
   * @param membership what the thread of the queue does, until the exchange is closed
   */
  KafkaQueue(KafkaQueueOptions options, AnsweredIds answered, GroupMembership membership) {
    this.options = options;
    this.answered = answered;
    this.thread = DaemonThreads.named("sluice-queue").newThread(() -> run(membership));
    thread.start();
  }

  @Override
  public boolean keepsResults() {
    return options.results().isPresent();
  }

  @Override
  public Optional<Job> take(Duration wait) throws IOException, InterruptedException {
    return exchange.take(wait);
  }

  @Override
  public boolean isEmpty() {
    return exchange.isEmpty();
  }

  @Override
  public boolean isAnswered(String id) {
    return answered.contains(id);
  }

  /** Waits 45 seconds at most for what was settled to be kept. */
  @Override
  public void close() throws IOException {
    exchange.close();
    try {
      thread.join(CLOSING);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      throw new IOException(
          "topic '"
              + options.topic()
              + "' at "
              + options.client().servers()
              + " does not take the last results in time; their requests are handed out again");
    }
    exchange.check();
  }

  private void run(GroupMembership membership) {
    try {
      membership.run(exchange);
    } catch (RuntimeException | InterruptedException failed) {
      exchange.fail(BrokerError.of(options.client(), options.topic(), failed));
    }
  }
}
