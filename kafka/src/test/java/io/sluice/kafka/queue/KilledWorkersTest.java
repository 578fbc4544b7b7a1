package io.sluice.kafka.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.kafka.TestBroker;
import io.sluice.simulator.PromptTally;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers that are killed again and again leave one result of each request. */
@Tag("thorough")
class KilledWorkersTest {

  private static final int REQUESTS = 500;
  private static final int KILLS = 12;
  private static final int WORKERS = 3;
  private static final int CONCURRENCY = 4;
  private static final int PATIENCE = 900;

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void eachRequestHasOneResultThoughWorkersAreKilled(@TempDir Path folder) throws Exception {
    var tally = new PromptTally();
    try (var broker =
            TestBroker.start(
                Files.createDirectory(folder.resolve("broker")),
                Map.of(
                    "group.consumer.session.timeout.ms", "6000",
                    "group.consumer.min.session.timeout.ms", "6000",
                    "group.consumer.heartbeat.interval.ms", "500",
                    "group.consumer.min.heartbeat.interval.ms", "500",
                    "transaction.abort.timed.out.transaction.cleanup.interval.ms", "500"),
                List.of());
        var simulator = Simulator.builder().onRequest(tally).rate(100).start()) {
      QueueTopics topics = QueueTopics.on(broker, 6);
      topics.put(requests());
      Path err = folder.resolve("err");
      String model = simulator.baseUrl().toString();
      Map<String, String> options = topics.options("exactly-once", "yes", "drain", "5m");
      try (var workers = new Workers(() -> QueueWorker.start(model, CONCURRENCY, options, err))) {
        var random = new Random(1);
        for (int kill = 1; kill <= KILLS; kill++) {
          awaitResults(topics, kill * REQUESTS / (KILLS + 1), workers, err);
          workers.kill(random.nextInt(WORKERS));
        }
        awaitResults(topics, REQUESTS, workers, err);
      }

      List<String> ids =
          topics.committed(topics.results()).stream().map(ConsumerRecord::key).toList();
      assertThat(ids).hasSize(REQUESTS).doesNotHaveDuplicates();
      assertThat(tally.sum()).isBetween((long) REQUESTS, REQUESTS + (long) KILLS * CONCURRENCY);
    }
  }

  private static void awaitResults(QueueTopics topics, int count, Workers workers, Path err)
      throws Exception {
    int seen = 0;
    for (int i = 0; i < PATIENCE && seen < count; i++) {
      workers.await();
      seen = topics.committed(topics.results()).size();
    }
    assertThat(seen).as(() -> text(err)).isGreaterThanOrEqualTo(count);
  }

  private static String text(Path err) {
    try {
      return Files.readString(err);
    } catch (IOException gone) {
      return gone.toString();
    }
  }

  private static Map<String, String> requests() {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < REQUESTS; i++) {
      all.put(
          "id-" + i,
          "{\"custom_id\":\"id-"
              + i
              + "\",\"body\":{\"model\":\"m\",\"max_tokens\":20,\"messages\":[{\"role\":\"user\","
              + "\"content\":\"Name river "
              + i
              + ".\"}]}}");
    }
    return all;
  }

  /** Processes of which each that ends is started again. */
  private static final class Workers implements AutoCloseable {
    private final Callable<Process> starting;
    private final List<Process> running = new ArrayList<>();

    Workers(Callable<Process> starting) throws Exception {
      this.starting = starting;
      for (int i = 0; i < WORKERS; i++) {
        running.add(starting.call());
      }
    }

    void kill(int which) throws Exception {
      running.get(which).destroyForcibly().waitFor();
      running.set(which, starting.call());
    }

    /** Waits for a moment, and starts those again that a slow machine ended. */
    void await() throws Exception {
      for (int i = 0; i < WORKERS; i++) {
        if (running.get(i).waitFor(200, TimeUnit.MILLISECONDS)) {
          running.set(i, starting.call());
        }
      }
    }

    @Override
    public void close() {
      running.forEach(each -> each.destroyForcibly().onExit().join());
    }
  }
}
