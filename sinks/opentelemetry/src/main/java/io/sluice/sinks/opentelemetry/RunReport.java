package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.telemetry.FailureWord;
import io.sluice.telemetry.OrderedSteps;
import io.sluice.telemetry.RunFacts;
import io.sluice.telemetry.RunStart;
import io.sluice.text.HeaderField;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is told of one run: a span from its start to its end, and its figures. Each step follows the
 * one before it, also if the target comes later than the run; the times are those at which it was
 * called. For one thread at a time.
 */
final class RunReport {

  private final GenAiTelemetry telemetry;
  private final RunStart start;
  private final Attributes sortedBy;
  private final OrderedSteps<Told> steps;
  private boolean over;

  RunReport(GenAiTelemetry telemetry, RunStart known) {
    this.telemetry = telemetry;
    this.start = telemetry.provider.map(known::provider).orElse(known);
    this.sortedBy = SpanAttributes.sortedBy(start.facts());
    Context parent = parent(start);
    this.steps =
        new OrderedSteps<>(telemetry.instruments.thenApply(target -> begin(target, parent)));
  }

  /**
   * The fields that tell the server of the span, if there are to be any.
   *
   * @param limit the longest wait for the target, without which there are none
   */
  List<HeaderField> headers(Duration limit) {
    List<HeaderField> fields = new ArrayList<>();
    if (telemetry.propagates) {
      steps.await(limit).ifPresent(run -> inject(run.span(), fields));
    }
    return fields;
  }

  void retried(Retry retry) {
    Instant now = Instant.now();
    steps.then(
        run -> {
          run.span().addEvent("sluice.retry", SpanAttributes.retry(retry), now);
          run.target().retried(sortedBy);
        });
  }

  /** A chunk came so long after the one before it. */
  void chunk(double seconds) {
    steps.then(run -> run.target().chunk(seconds, sortedBy));
  }

  void ended(Outcome outcome) {
    Instant now = Instant.now();
    over = true;
    steps.then(run -> report(run, outcome, now));
  }

  /** Ends what began and never told its end, because another part of the run failed. */
  void close() {
    if (!over) {
      Instant now = Instant.now();
      over = true;
      steps.then(run -> end(run, now));
    }
  }

  private Told begin(Instruments target, Context parent) {
    Span span =
        target
            .tracer()
            .spanBuilder(RunFacts.OPERATION + " " + start.facts().model())
            .setSpanKind(SpanKind.CLIENT)
            .setParent(parent)
            .setStartTimestamp(start.started())
            .setAllAttributes(SpanAttributes.begun(start, sortedBy))
            .startSpan();
    target.began(sortedBy);
    return new Told(target, span);
  }

  /** The span ends whatever its figures do. */
  private void report(Told run, Outcome outcome, Instant now) {
    try {
      describe(run, outcome, now);
    } finally {
      end(run, now);
    }
  }

  private void describe(Told run, Outcome outcome, Instant now) {
    Span span = run.span();
    var usage = KnownUsage.of(outcome, start.request(), telemetry.counter);
    span.setAllAttributes(SpanAttributes.ended(outcome));
    usage.ifPresent(known -> span.setAllAttributes(known.attributes(telemetry.conventions)));
    span.setAllAttributes(ExtraAttributes.of(outcome, sortedBy, now, telemetry.extras));
    Optional<String> error = FailureWord.of(outcome);
    error.ifPresent(word -> fail(span, word, outcome));
    RunContent.report(run, start.request(), outcome, telemetry);
    run.target()
        .ended(
            new EndedRun(
                SpanAttributes.answered(sortedBy, outcome),
                error,
                Duration.between(start.started(), now),
                outcome.timing().firstChunk(),
                usage,
                start.form()));
  }

  private void end(Told run, Instant now) {
    try {
      run.span().end(now);
    } finally {
      run.target().gone(sortedBy);
    }
  }

  private static void inject(Span span, List<HeaderField> fields) {
    W3CTraceContextPropagator.getInstance()
        .inject(
            Context.root().with(span),
            fields,
            (carrier, name, value) -> fields.add(new HeaderField(name, value)));
  }

  private static void fail(Span span, String word, Outcome outcome) {
    span.setAttribute(Keys.ERROR, word);
    span.setStatus(StatusCode.ERROR, outcome.status().text());
  }

  /** What the run was given, else what the thread has, which a pipeline may carry to sinks. */
  private static Context parent(RunStart run) {
    return run.parent()
        .map(given -> given instanceof Span span ? Context.root().with(span) : given)
        .filter(Context.class::isInstance)
        .map(Context.class::cast)
        .orElseGet(Context::current);
  }

  /**
   * A run that the target was told of.
   *
   * @param target what is told
   * @param span the span of the run
   */
  record Told(Instruments target, Span span) {}
}
