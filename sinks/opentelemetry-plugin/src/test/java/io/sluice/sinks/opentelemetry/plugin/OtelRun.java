package io.sluice.sinks.opentelemetry.plugin;

import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.plugin.SinkSpec;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkOptions;
import io.sluice.stream.ChatTransport;
import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Runs with the sink made from options as the command has them. */
final class OtelRun {

  /** The first SDK of a process takes seconds on a busy machine, and the end waits for it. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private OtelRun() {}

  /** A factory that waits at its end for as long as a busy machine may need. */
  static OtelSinkFactory factory() {
    return new OtelSinkFactory(Map.of(), PATIENCE);
  }

  static OtelSink sink(OtelSinkFactory factory, String spec) throws IOException {
    Map<String, String> given = SinkSpec.parse(spec).options();
    return factory.create(SinkOptions.of(factory.options(), given, Map.of()));
  }

  /** Plays a scenario and delivers all that is told of it. */
  static PipelineResult play(OtlpReceiver receiver, Scenario scenario, String options)
      throws IOException {
    try (OtelSinkFactory factory = factory()) {
      return play(factory, "otel:endpoint=" + receiver.url() + options, scenario);
    }
  }

  static PipelineResult play(OtelSinkFactory factory, String spec, Scenario scenario)
      throws IOException {
    return play(sink(factory, spec), scenario);
  }

  static PipelineResult play(Sink sink, Scenario scenario) {
    return play(sink, ScriptedTransport.playing(scenario.script()), scenario);
  }

  static PipelineResult play(Sink sink, ChatTransport transport, Scenario scenario) {
    var stopping = new StoppingSink(scenario == Scenario.STOPPED);
    return Pipeline.from(transport)
        .to("otel", sink)
        .to("beside", stopping)
        .build()
        .start(scenario.request())
        .result()
        .toCompletableFuture()
        .join();
  }
}
