package io.sluice.server.runs;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.json.CompletionJson;
import io.sluice.json.JsonWriter;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.SinkFailure;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.transcript.ResultJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has come of an answer, for those who ask in between. Thread-safe. */
final class AnswerSoFar implements Sink {

  private final StreamContext given;
  private final CompletionAccumulator answer = new CompletionAccumulator();
  private Optional<StreamContext> opened = Optional.empty();
  private Optional<Outcome> outcome = Optional.empty();
  private List<SinkFailure> failures = List.of();
  private long chunks;

  /** The answer of a run, which is known by {@code given} until it opens. */
  AnswerSoFar(StreamContext given) {
    this.given = given;
  }

  /** The answer of a run that has ended. */
  static AnswerSoFar of(StreamContext context, Outcome ended) {
    var answer = new AnswerSoFar(context);
    answer.onEnd(ended);
    return answer;
  }

  @Override
  public synchronized void onOpen(StreamContext context) {
    opened = Optional.of(context);
  }

  @Override
  public synchronized void onChunk(Chunk chunk) {
    answer.add(chunk);
    chunks++;
  }

  @Override
  public synchronized void onEnd(Outcome ended) {
    outcome = Optional.of(ended);
  }

  synchronized void ended(PipelineResult result) {
    outcome = Optional.of(result.outcome());
    failures = result.sinkFailures();
  }

  synchronized StreamContext context() {
    return opened.orElse(given);
  }

  synchronized boolean isWhole() {
    return outcome.isPresent();
  }

  /** How it ended, such as {@code "completed"}; {@code "live"} until then. */
  synchronized String status() {
    return outcome.map(ended -> ended.status().word()).orElse("live");
  }

  /** The answer in the shape of a completion, with what is known of the run. */
  synchronized String json() {
    return outcome.map(this::whole).orElseGet(this::live);
  }

  private String whole(Outcome ended) {
    return ResultJson.of(ended).run(context()).sinkFailures(failures).text();
  }

  private String live() {
    Completion soFar = answer.result();
    Json run =
        JsonWriter.json(
            members ->
                members
                    .field("id", context().id())
                    .field("started", context().started().toString())
                    .field("endpoint", context().endpoint())
                    .field("status", status())
                    .field("chunks", chunks));
    return CompletionJson.write(soFar, Map.of("sluice", run));
  }
}
