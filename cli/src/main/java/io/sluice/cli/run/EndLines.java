package io.sluice.cli.run;

import io.sluice.chat.FinishReason;
import io.sluice.cli.command.Call;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.Notices;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.SinkFailure;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.util.Optional;
import java.util.Set;

/** What stderr says at the end of a run. */
public final class EndLines {
  private static final Set<String> STDOUT_SINKS = Set.of(AnswerPipeline.STDOUT, Output.CONSOLE);

  private final Call call;
  private final AnswerSource answerer;
  private final Notices notices;

  EndLines(Call call, AnswerSource answerer) {
    this(call, answerer, call.notices());
  }

  public EndLines(Call call, AnswerSource answerer, Notices notices) {
    this.call = call;
    this.answerer = answerer;
    this.notices = notices;
  }

  public void say(PipelineResult result) {
    Outcome outcome = result.outcome();
    if (outcome.status() == Status.COMPLETED) {
      ExitRules.cuts(outcome).map(EndLines::cut).forEach(notices::notice);
      Overlooked.lines(outcome).forEach(notices::notice);
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
    if (call.arguments().on(FlagKey.DEBUG)) {
      failure.cause().printStackTrace(call.streams().err());
    }
  }

  /** Stdout was closed, and that alone ended the run: its reader wanted no more. */
  private boolean nobodyListens(Outcome outcome) {
    boolean forLackOfSinks = outcome.failure().filter(Failure.Sinks.class::isInstance).isPresent();
    return call.streams().out().closed() && forLackOfSinks;
  }

  private String ending(Outcome outcome) {
    String message = outcome.failure().map(this::said).orElse("what came is kept");
    if (outcome.status() == Status.FAILED && outcome.chunks() == 0) {
      return message;
    }
    String chunks = outcome.chunks() + (outcome.chunks() == 1 ? " chunk" : " chunks");
    return outcome.status().text() + " after " + chunks + ": " + message;
  }

  private String said(Failure failure) {
    if (failure instanceof Failure.TimedOut limit) {
      return TimeoutFlags.reached(limit);
    }
    Optional<String> hint = RefusalHint.of(failure, call.arguments(), answerer.url());
    return TlsFlags.withRemedy(failure.message()) + hint.map(help -> "; " + help).orElse("");
  }

  private static String cut(FinishReason reason) {
    return reason.meaning() == FinishReason.Meaning.LENGTH
        ? "the answer was cut at its token limit ("
            + reason.value()
            + "); allow more with --max-tokens"
        : "the server's filter cut the answer (" + reason.value() + ")";
  }
}
