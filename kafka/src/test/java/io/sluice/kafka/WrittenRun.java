package io.sluice.kafka;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.RunOptions;
import io.sluice.pipeline.SinkFailure;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOptions;
import io.sluice.stream.ChatTransport;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.ScriptedTransport;
import io.sluice.transcript.TranscriptSink;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A run that went to Kafka and, beside that, into a transcript.
 *
 * @param id its id
 * @param result how it ended
 * @param transcript the lines of its transcript
 */
public record WrittenRun(String id, PipelineResult result, List<String> transcript) {

  /** Plays an answer into a sink with these options, beside the servers. */
  public static WrittenRun of(
      SinkFactory factory, TestBroker broker, String id, AnswerScript answer, String... options)
      throws IOException {
    return of(sink(factory, broker, options), RunOptions.defaults().id(id), answer);
  }

  /** Plays an answer into a sink. */
  public static WrittenRun of(Sink sink, RunOptions run, AnswerScript answer) {
    return of(sink, run, ScriptedTransport.playing(answer));
  }

  /** Has a transport answer into a sink. */
  public static WrittenRun of(Sink sink, RunOptions run, ChatTransport transport) {
    var transcript = new StringBuilder();
    PipelineResult result =
        Pipeline.from(transport)
            .to("kafka", sink)
            .to("transcript", TranscriptSink.to(transcript::append))
            .build()
            .start(ChatRequest.of("test-model", "Is all well?"), run)
            .result()
            .toCompletableFuture()
            .join();
    return new WrittenRun(run.id().orElseThrow(), result, transcript.toString().lines().toList());
  }

  /** A sink with these options, each as {@code name=value}, beside the servers. */
  public static Sink sink(SinkFactory factory, TestBroker broker, String... options)
      throws IOException {
    Map<String, String> all = new HashMap<>(Map.of("servers", broker.servers()));
    for (String option : options) {
      int equals = option.indexOf('=');
      all.put(option.substring(0, equals), option.substring(equals + 1));
    }
    return factory.create(SinkOptions.of(factory.options(), all));
  }

  /** What the sinks complained of. */
  public List<String> complaints() {
    return result.sinkFailures().stream().map(SinkFailure::message).toList();
  }
}
