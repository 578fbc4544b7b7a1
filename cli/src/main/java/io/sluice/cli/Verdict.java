package io.sluice.cli;

import io.sluice.chat.Choice;
import io.sluice.chat.FinishReason;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.SinkFailure.Phase;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns the end of a run into an exit code. The stream's end outranks a sink's. */
final class Verdict {
  private static final Set<String> NOT_AUTHORISED =
      Set.of(
          "invalid_api_key",
          "authentication_error",
          "permission_error",
          "permission_denied",
          "unauthorized",
          "unauthenticated",
          "forbidden");
  private static final Set<String> RATE_LIMITED =
      Set.of(
          "rate_limit_exceeded",
          "rate_limit_error",
          "insufficient_quota",
          "too_many_requests",
          "resource_exhausted");

  private final Call call;

  Verdict(Call call) {
    this.call = call;
  }

  ExitCode of(PipelineResult result) {
    Outcome outcome = result.outcome();
    return switch (outcome.status()) {
      case COMPLETED -> completed(result);
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

  private ExitCode completed(PipelineResult result) {
    if (call.arguments().on("--strict") && cuts(result.outcome()).findAny().isPresent()) {
      return ExitCode.CUT;
    }
    return unheard(result.sinkFailures().isEmpty() ? ExitCode.COMPLETED : ExitCode.SINK_FAILED);
  }

  private ExitCode failed(Failure why, PipelineResult result) {
    if (why instanceof Failure.Http http) {
      return byStatus(http.status());
    }
    if (why instanceof Failure.Provider provider) {
      return byCode(provider);
    }
    boolean unopened =
        result.outcome().timing().attempts() == 0
            && result.sinkFailures().stream().anyMatch(failure -> failure.phase() == Phase.OPEN);
    if (why instanceof Failure.Sinks) {
      return unopened ? ExitCode.NOTHING_SENT : unheard(ExitCode.FAILED);
    }
    return ExitCode.FAILED;
  }

  private ExitCode unheard(ExitCode otherwise) {
    return call.streams().out().closed() ? ExitCode.STDOUT_CLOSED : otherwise;
  }

  private static ExitCode byStatus(int status) {
    return switch (status) {
      case 401, 403 -> ExitCode.NOT_AUTHORISED;
      case 429 -> ExitCode.RATE_LIMITED;
      default -> ExitCode.FAILED;
    };
  }

  /** A number is a status; a word may stand in the code or, with some providers, in the type. */
  private static ExitCode byCode(Failure.Provider provider) {
    String code = provider.code().orElse("");
    if (code.matches("\\d{3}")) {
      return byStatus(Integer.parseInt(code));
    }
    return Stream.of(code, provider.type().orElse(""))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .map(Verdict::byWord)
        .filter(found -> found != ExitCode.FAILED)
        .findFirst()
        .orElse(ExitCode.FAILED);
  }

  private static ExitCode byWord(String word) {
    if (NOT_AUTHORISED.contains(word)) {
      return ExitCode.NOT_AUTHORISED;
    }
    return RATE_LIMITED.contains(word) ? ExitCode.RATE_LIMITED : ExitCode.FAILED;
  }
}
