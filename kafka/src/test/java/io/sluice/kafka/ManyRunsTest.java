package io.sluice.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.kafka.sink.KafkaSinkFactory;
import io.sluice.pipeline.RunOptions;
import io.sluice.replay.FollowedRun;
import io.sluice.testkit.AnswerScript;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many runs at once in few partitions. */
@Tag("thorough")
class ManyRunsTest {

  private static final int RUNS = 100;
  private static final int CHUNKS = 200;

  @Test
  void eachRunIsReadBackAsItsTranscriptHasIt(@TempDir Path folder) throws Exception {
    try (TestBroker broker = TestBroker.start(folder);
        var sinks = new KafkaSinkFactory()) {
      broker.topic("runs", 4);

      List<WrittenRun> written = written(broker, sinks);

      assertThat(written).flatExtracting(WrittenRun::complaints).isEmpty();
      List<ConsumerRecord<String, String>> records = TopicReader.records(broker, "runs");
      for (WrittenRun run : written) {
        assertThat(lines(records, run.id())).containsExactlyElementsOf(run.transcript());
      }
      KafkaRuns runs =
          KafkaRuns.of(Map.of("bootstrap.servers", broker.servers()))
              .topic("runs")
              .idleTimeout(Duration.ofMinutes(1));
      for (WrittenRun run : written.subList(0, 20)) {
        FollowedRun followed = runs.follow(run.id());
        assertThat(followed.open().completion()).isEqualTo(run.result().completion());
      }
    }
  }

  private static List<WrittenRun> written(TestBroker broker, KafkaSinkFactory sinks)
      throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try {
      List<Future<WrittenRun>> all = new ArrayList<>();
      for (int i = 0; i < RUNS; i++) {
        String id = "run-" + i;
        all.add(
            writers.submit(
                () ->
                    WrittenRun.of(
                        WrittenRun.sink(sinks, broker, "topic=runs"),
                        RunOptions.defaults().id(id),
                        answer(id))));
      }
      List<WrittenRun> written = new ArrayList<>();
      for (Future<WrittenRun> each : all) {
        written.add(each.get());
      }
      return written;
    } finally {
      writers.shutdownNow();
    }
  }

  private static AnswerScript answer(String id) {
    return AnswerScript.answer(
        IntStream.range(0, CHUNKS).mapToObj(i -> id + ":" + i + " ").toArray(String[]::new));
  }

  /** The lines of a run in the order of the records, whose numbers must have no hole. */
  private static List<String> lines(List<ConsumerRecord<String, String>> records, String run) {
    List<String> lines = new ArrayList<>();
    for (ConsumerRecord<String, String> record : records) {
      if (TopicReader.header(record, "sluice-run").equals(run)) {
        assertThat(TopicReader.header(record, "sluice-seq")).isEqualTo("" + lines.size());
        record.value().lines().forEach(lines::add);
      }
    }
    return lines;
  }
}
