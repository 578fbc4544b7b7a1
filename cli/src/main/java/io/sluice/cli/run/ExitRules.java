package io.sluice.cli.run;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Choice;
import io.sluice.chat.FinishReason;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.SinkFailure.Phase;
import io.sluice.stream.Failure;
import io.sluice.stream.FailureCategory;
import io.sluice.stream.Outcome;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns the end of a run into an exit code. The stream's end outranks a sink's. */
public final class ExitRules {
  private final OutputOptions output;
  private final Call call;

  /** Creates the rules for a call with that output. */
  public ExitRules(OutputOptions output, Call call) {
    this.output = output;
    this.call = call;
  }

  /** The code of an answer to {@code request}, which a record may lack. */
  public ExitCode of(PipelineResult result, Optional<ChatRequest> request) {
    Outcome outcome = result.outcome();
    return switch (outcome.status()) {
      case COMPLETED -> completed(result, request);
      case TRUNCATED -> ExitCode.TRUNCATED;
      case TIMED_OUT -> ExitCode.TIMED_OUT;
      case STOPPED -> call.interruption().raised().orElse(unheard(ExitCode.INTERRUPTED));
      case FAILED -> outcome.failure().map(why -> failed(why, result)).orElse(ExitCode.FAILED);
    };
  }

  /** The finish reasons that say an answer was cut, each once. */
  static Stream<FinishReason> cuts(Outcome outcome) {
    return outcome.completion().choices().stream()
        .map(Choice::finishReason)
        .flatMap(Optional::stream)
        .filter(FinishReason::cutsTheAnswer)
        .distinct();
  }

  private ExitCode completed(PipelineResult result, Optional<ChatRequest> request) {
    boolean cut = cuts(result.outcome()).findAny().isPresent();
    if (output.strict() && (cut || output.extract().missing(result.outcome()).isPresent())) {
      return ExitCode.CUT;
    }
    if (new SchemaCheck(request, output.extract()).misfit(result.outcome()).isPresent()) {
      return ExitCode.CUT;
    }
    return unheard(result.sinkFailures().isEmpty() ? ExitCode.COMPLETED : ExitCode.SINK_FAILED);
  }

  /** The code of a request that failed for that reason, which is no sink's. */
  public static ExitCode of(Failure why) {
    return why instanceof Failure.Http || why instanceof Failure.Provider
        ? byCategory(why.category())
        : ExitCode.FAILED;
  }

  private ExitCode failed(Failure why, PipelineResult result) {
    boolean unopened =
        !result.outcome().wasSent()
            && result.sinkFailures().stream().anyMatch(failure -> failure.phase() == Phase.OPEN);
    if (why instanceof Failure.Sinks) {
      return unheard(unopened ? ExitCode.NOTHING_SENT : ExitCode.FAILED);
    }
    return of(why);
  }

  private ExitCode unheard(ExitCode otherwise) {
    return call.streams().out().closed() ? ExitCode.STDOUT_CLOSED : otherwise;
  }

  private static ExitCode byCategory(FailureCategory category) {
    return switch (category) {
      case NOT_AUTHORISED -> ExitCode.NOT_AUTHORISED;
      case RATE_LIMITED, QUOTA -> ExitCode.RATE_LIMITED;
      case OVERLOADED, UNAVAILABLE, INVALID_REQUEST, TOO_LONG, CONTENT_POLICY, OTHER ->
          ExitCode.FAILED;
    };
  }
}
