package io.sluice.cli;

import io.sluice.chat.FinishReason;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.SinkFailure;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.util.Set;

/** What stderr says at the end of a run. */
final class EndLines {
  private static final Set<String> STDOUT_SINKS = Set.of(Delivery.STDOUT, Output.CONSOLE);

  private final Call call;
  private final Notices notices;

  EndLines(Call call) {
    this(call, call.notices());
  }

  EndLines(Call call, Notices notices) {
    this.call = call;
    this.notices = notices;
  }

  void say(PipelineResult result) {
    Outcome outcome = result.outcome();
    if (outcome.status() == Status.COMPLETED) {
      Verdict.cuts(outcome).map(EndLines::cut).forEach(notices::notice);
    } else if (!nobodyListens(outcome)) {
      notices.error(ending(outcome));
    }
    result.sinkFailures().forEach(failure -> say(failure, outcome));
  }

  private void say(SinkFailure failure, Outcome outcome) {
    boolean said =
        outcome.failure().filter(why -> why.message().contains(failure.message())).isPresent();
    boolean toStdout = STDOUT_SINKS.contains(failure.sink());
    boolean unheard = call.streams().out().closed() && toStdout;
    if (!said && !unheard) {
      notices.error(failure.message());
    }
    if (call.arguments().on("--debug")) {
      failure.cause().printStackTrace(call.streams().err());
    }
  }

  /** Stdout was closed, and that alone ended the run: its reader wanted no more. */
  private boolean nobodyListens(Outcome outcome) {
    boolean forLackOfSinks = outcome.failure().filter(Failure.Sinks.class::isInstance).isPresent();
    return call.streams().out().closed() && forLackOfSinks;
  }

  private static String ending(Outcome outcome) {
    String message =
        outcome
            .failure()
            .map(Failure::message)
            .map(TlsFlags::withRemedy)
            .orElse("what came is kept");
    if (outcome.status() == Status.FAILED && outcome.chunks() == 0) {
      return message;
    }
    String chunks = outcome.chunks() + (outcome.chunks() == 1 ? " chunk" : " chunks");
    return outcome.status().word().replace('_', ' ') + " after " + chunks + ": " + message;
  }

  private static String cut(FinishReason reason) {
    return reason.equals(FinishReason.LENGTH)
        ? "the answer was cut at its token limit (length); allow more with --max-tokens"
        : "the server's filter cut the answer (" + reason.value() + ")";
  }
}
