package io.sluice.pipeline;

import static io.sluice.pipeline.TestRun.REQUEST;

import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.stream.StreamOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Pipelines whose sinks wait for a second of silence, by a clock that moves when a test says so.
 */
final class SilentRuns {

  static final Duration SECOND = Duration.ofSeconds(1);

  final Journal journal = new Journal();
  final TestTimer timer = new TestTimer();
  final TestSource source = TestSource.of();
  final List<StreamOptions> opened = new ArrayList<>();

  /** A sink that writes into the journal when it is called. */
  Sink patient(String name) {
    return journal.patient(name, SECOND, call -> {});
  }

  Run start(Sink sink, Delivery delivery) {
    return builder(sink, delivery).build().start(REQUEST);
  }

  Pipeline.Builder builder(Sink sink, Delivery delivery) {
    return builder(source, sink, delivery);
  }

  Pipeline.Builder builder(TestSource answer, Sink sink, Delivery delivery) {
    return Pipeline.from(
            new TestTransport(
                options -> {
                  opened.add(options);
                  return answer;
                }))
        .to("a", sink, delivery)
        .timer(timer)
        .executor(Runnable::run);
  }
}
