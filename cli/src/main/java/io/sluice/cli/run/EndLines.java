package io.sluice.cli.run;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.FinishReason;
import io.sluice.cli.command.Call;
import io.sluice.cli.report.CalledTools;
import io.sluice.cli.report.IrregularEndNotice;
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
  private static final Set<String> STDOUT_SINKS =
      Set.of(AnswerPipeline.STDOUT, OutputOptions.CONSOLE);

  private final Call call;
  private final OutputOptions output;
  private final Notices notices;

  /** Lines that {@code notices} says. */
  public EndLines(Call call, OutputOptions output, Notices notices) {
    this.call = call;
    this.output = output;
    this.notices = notices;
  }

  /**
   * Says how a run ended, if that is worth a line.
   *
   * @param request what was asked, if that is known
   */
  public void say(PipelineResult result, AnswerSource answerer, Optional<ChatRequest> request) {
    Outcome outcome = result.outcome();
    if (outcome.status() == Status.COMPLETED) {
      ExitRules.cuts(outcome).map(EndLines::cut).forEach(notices::notice);
      IrregularEndNotice.lines(outcome).forEach(notices::notice);
      if (output.printsText()) {
        CalledTools.line(outcome.completion()).ifPresent(notices::notice);
      }
      output.extract().missing(outcome).ifPresent(notices::notice);
      var check = new SchemaCheck(request, output.extract());
      check.unchecked(outcome).ifPresent(notices::notice);
      check.misfit(outcome).ifPresent(notices::error);
    } else if (!call.streams().out().ended(outcome)) {
      notices.error(ending(outcome, hint(outcome, answerer, request)));
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
    if (output.debug()) {
      failure.cause().printStackTrace(call.streams().err());
    }
  }

  private static Optional<String> hint(
      Outcome outcome, AnswerSource answerer, Optional<ChatRequest> request) {
    return outcome.failure().flatMap(failure -> RefusalHint.of(failure, answerer, request));
  }

  private static String ending(Outcome outcome, Optional<String> hint) {
    String message =
        outcome.failure().map(EndLines::said).orElse("what came is kept")
            + hint.map(help -> "; " + help).orElse("");
    if (outcome.status() == Status.FAILED && outcome.chunks() == 0) {
      return message;
    }
    String chunks = outcome.chunks() + (outcome.chunks() == 1 ? " chunk" : " chunks");
    return outcome.status().text() + " after " + chunks + ": " + message;
  }

  private static String said(Failure failure) {
    if (failure instanceof Failure.TimedOut limit) {
      return TimeoutFlags.reached(limit);
    }
    return failure instanceof Failure.Connection broken
        ? TlsOptions.withRemedy(broken)
        : failure.message();
  }

  private static String cut(FinishReason reason) {
    return reason.meaning() == FinishReason.Meaning.LENGTH
        ? "the answer was cut at its token limit ("
            + reason.value()
            + "); allow more with "
            + FlagKey.MAX_TOKENS.flag()
        : "the server's filter cut the answer (" + reason.value() + ")";
  }
}
