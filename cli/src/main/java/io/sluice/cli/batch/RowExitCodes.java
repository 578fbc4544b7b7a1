package io.sluice.cli.batch;

import io.sluice.batch.BatchStop;
import io.sluice.batch.BatchSummary;
import io.sluice.batch.result.RowErrorKind;
import io.sluice.batch.result.RowResult;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.run.ExitRules;

/** The exit code of a batch: that of the first row in the order of the input that has another. */
final class RowExitCodes {
  private final ExitRules rules;
  private final AllowedFailures allowed;
  private final Call call;
  private ExitCode first = ExitCode.COMPLETED;
  private long firstRow = Long.MAX_VALUE;

  RowExitCodes(BatchOptions options, Call call) {
    this.rules = new ExitRules(options.output(), call);
    this.allowed = options.allowed();
    this.call = call;
  }

  /** Takes a row into account. */
  void ended(RowResult result) {
    ExitCode code =
        result.error().isPresent()
            ? of(result.error().get().kind())
            : result
                .run()
                .map(run -> rules.of(run, result.row().request()))
                .orElse(ExitCode.COMPLETED);
    note(result.row().number(), code);
  }

  /** The code of the whole. */
  ExitCode of(BatchSummary summary) {
    if (summary.stop() != BatchStop.FINISHED && summary.stop() != BatchStop.ROWS) {
      return of(summary.stop());
    }
    summary.earlierFirst().ifPresent(error -> note(error.row(), of(error.kind())));
    long failed = summary.failed() + summary.earlierFailed();
    long all = summary.completed() + summary.failed() + summary.earlier();
    boolean borne = failed > 0 && allowed.allow(failed, all);
    return borne ? ExitCode.COMPLETED : first;
  }

  private void note(long row, ExitCode code) {
    if (code != ExitCode.COMPLETED && row < firstRow) {
      first = code;
      firstRow = row;
    }
  }

  private ExitCode of(BatchStop stop) {
    return switch (stop) {
      case FINISHED, ROWS -> ExitCode.COMPLETED;
      case ASKED -> call.interruption().raised().orElse(ExitCode.INTERRUPTED);
      case NOT_AUTHORISED -> ExitCode.NOT_AUTHORISED;
      case QUOTA, OUT_OF_PATIENCE -> ExitCode.RATE_LIMITED;
      case UNREACHABLE, COST -> ExitCode.FAILED;
    };
  }

  private static ExitCode of(RowErrorKind kind) {
    return switch (kind) {
      case INVALID_ROW -> ExitCode.NOTHING_SENT;
      case NOT_AUTHORISED -> ExitCode.NOT_AUTHORISED;
      case RATE_LIMITED, QUOTA -> ExitCode.RATE_LIMITED;
      case TIMED_OUT -> ExitCode.TIMED_OUT;
      case TRUNCATED -> ExitCode.TRUNCATED;
      case SINK_FAILED -> ExitCode.SINK_FAILED;
      case IN_FLIGHT, OVERLOADED, UNAVAILABLE, INVALID_REQUEST, TOO_LONG, CONTENT_POLICY, OTHER ->
          ExitCode.FAILED;
    };
  }
}
