package io.sluice.sinks.opentelemetry.plugin;

import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.plugin.Plugins;
import io.sluice.plugin.SinkSpec;
import io.sluice.sink.Sink;
import io.sluice.stream.ChatTransport;
import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Runs with the sink as the command has it: made by name from its options. */
final class OtelRun {

  private OtelRun() {}

  /** Plays a scenario and delivers all that is told of it. */
  static PipelineResult play(OtlpReceiver receiver, Scenario scenario, String options)
      throws IOException {
    try (Plugins plugins = Plugins.load(List.of(), Map.of())) {
      return play(plugins, "otel:endpoint=" + receiver.url() + options, scenario);
    }
  }

  static PipelineResult play(Plugins plugins, String spec, Scenario scenario) throws IOException {
    return play(plugins, spec, ScriptedTransport.playing(scenario.script()), scenario);
  }

  static PipelineResult play(
      Plugins plugins, String spec, ChatTransport transport, Scenario scenario) throws IOException {
    Sink sink = plugins.sink(SinkSpec.parse(spec));
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
