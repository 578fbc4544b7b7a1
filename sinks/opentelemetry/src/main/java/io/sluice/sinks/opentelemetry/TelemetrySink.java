package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.sinks.opentelemetry.GenAiTelemetry.Extra;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.telemetry.FailureWord;
import io.sluice.telemetry.RunFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reports one run: a span from its start to its end, and its figures. */
final class TelemetrySink implements Sink {

  private final GenAiTelemetry telemetry;
  private Optional<Begun> begun = Optional.empty();
  private Duration last = Duration.ZERO;

  TelemetrySink(GenAiTelemetry telemetry) {
    this.telemetry = telemetry;
  }

  @Override
  public void onOpen(StreamContext run) {
    RunFacts known = RunFacts.of(run);
    RunFacts facts = telemetry.provider.map(known::provider).orElse(known);
    Attributes sortedBy = SpanAttributes.sortedBy(facts);
    Span span =
        telemetry
            .instruments
            .tracer()
            .spanBuilder(RunFacts.OPERATION + " " + facts.model())
            .setSpanKind(SpanKind.CLIENT)
            .setParent(parent(run))
            .setStartTimestamp(run.started())
            .setAllAttributes(SpanAttributes.begun(run, sortedBy))
            .startSpan();
    telemetry.instruments.began(sortedBy);
    begun = Optional.of(new Begun(run, span, sortedBy));
  }

  @Override
  public void onRetry(Retry retry) {
    begun.ifPresent(
        run -> {
          run.span().addEvent("sluice.retry", SpanAttributes.retry(retry));
          telemetry.instruments.retried(run.sortedBy());
        });
  }

  /** Does nothing unless the times between chunks are asked for: the outcome has the rest. */
  @Override
  public void onChunk(Chunk chunk) {
    if (telemetry.extras.contains(Extra.CHUNK_TIMES) && begun.isPresent()) {
      if (!last.isZero()) {
        double seconds = EndedRun.seconds(chunk.at().minus(last));
        telemetry.instruments.chunk(seconds, begun.get().sortedBy());
      }
      last = chunk.at();
    }
  }

  @Override
  public void onEnd(Outcome outcome) {
    begun.ifPresent(run -> report(run, outcome));
  }

  /** Ends what a run began that never told its end, because another part of it failed. */
  @Override
  public void close() {
    begun.ifPresent(
        run -> {
          run.span().end();
          telemetry.instruments.gone(run.sortedBy());
        });
    begun = Optional.empty();
  }

  private void report(Begun run, Outcome outcome) {
    Instant now = Instant.now();
    Span span = run.span();
    span.setAllAttributes(SpanAttributes.ended(outcome, telemetry.conventions));
    span.setAllAttributes(ExtraAttributes.of(outcome, run.sortedBy(), now, telemetry.extras));
    Optional<String> error = FailureWord.of(outcome);
    error.ifPresent(word -> fail(span, word, outcome));
    RunContent.report(span, run.context().request(), outcome, telemetry);
    telemetry.instruments.ended(
        new EndedRun(
            SpanAttributes.answered(run.sortedBy(), outcome),
            error,
            Duration.between(run.context().started(), now),
            outcome,
            run.context().form()));
  }

  private static void fail(Span span, String word, Outcome outcome) {
    span.setAttribute(Keys.ERROR, word);
    span.setStatus(StatusCode.ERROR, outcome.status().text());
  }

  /** What the run was given, else what the thread has, which a pipeline may carry to sinks. */
  private static Context parent(StreamContext run) {
    return run.parent()
        .map(given -> given instanceof Span span ? Context.root().with(span) : given)
        .filter(Context.class::isInstance)
        .map(Context.class::cast)
        .orElseGet(Context::current);
  }

  /** The run, once it has begun. */
  private record Begun(StreamContext context, Span span, Attributes sortedBy) {}
}
