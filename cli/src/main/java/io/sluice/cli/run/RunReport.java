package io.sluice.cli.run;

import io.sluice.chat.Json;
import io.sluice.cli.archive.RunTokens;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.report.RunTime;
import io.sluice.cli.report.Summary;
import io.sluice.cli.report.UsageLine;
import io.sluice.cli.terminal.Sgr;
import io.sluice.json.JsonWriter;
import io.sluice.pipeline.PipelineResult;
import io.sluice.sinks.tokens.Cost;
import io.sluice.sinks.tokens.TokenReport;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.tokens.TokenCount;
import io.sluice.transcript.ResultJson;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is said of a run that has ended. Mutable; for one run. */
public final class RunReport {
  private final Call call;
  private final OutputOptions output;
  private final AnswerSource answerer;
  private final RunTokens tokens;
  private RunTime time = new RunTime(System::nanoTime);

  /** The report of a run whose tokens are counted by {@code tokens}. */
  public RunReport(Call call, OutputOptions output, AnswerSource answerer, RunTokens tokens) {
    this.call = call;
    this.output = output;
    this.answerer = answerer;
    this.tokens = tokens;
  }

  /** Has the figures count from the first attempt. */
  RunReport timed(RunTime measured) {
    time = measured;
    return this;
  }

  /**
   * Says how the run ended: on stderr if that is worth a word, and on stdout as one JSON object if
   * the user wants that.
   *
   * @return the exit code that the run calls for
   * @throws IOException if it cannot write to stdout
   */
  public ExitCode end(PipelineResult result) throws IOException {
    onStderr(result);
    if (output.owner() == OutputOptions.Owner.JSON) {
      onStdout(result);
    }
    return new ExitRules(output, call).of(result, tokens.request());
  }

  private void onStderr(PipelineResult result) {
    Outcome outcome = result.outcome();
    boolean answered = outcome.status() == Status.COMPLETED || outcome.chunks() > 0;
    if (answered && !call.streams().out().ended(outcome) && call.liveScreen().isPresent()) {
      TokenCount answer = tokens.report(result.completion()).completion();
      String summary = Summary.of(outcome, answer, time.before(outcome.timing()));
      call.streams().err().println(call.look().stderr().styled() ? Sgr.dim(summary) : summary);
    }
    new EndLines(call, output, call.notices()).say(result, answerer, tokens.request());
    if (output.usage()) {
      call.streams().err().println(new UsageLine(tokens, result.completion()).text());
    }
  }

  private void onStdout(PipelineResult result) throws IOException {
    Map<String, Json> more = new LinkedHashMap<>();
    answerer.source().ifPresent(source -> more.put("source", JsonWriter.json(source)));
    call.streams().out().print(json(result, more) + "\n");
  }

  /** The answer, complete or not, as one JSON object on one line, with more members. */
  public String json(PipelineResult result, Map<String, Json> more) {
    TokenReport report = tokens.report(result.completion());
    ResultJson json =
        ResultJson.of(result.outcome())
            .tokens(report.counted())
            .sinkFailures(result.sinkFailures());
    report.cost().map(Cost::json).ifPresent(json::cost);
    more.forEach(json::with);
    return (answerer.kind() == AnswerSource.Kind.BUILT_IN ? json.offline() : json.online()).text();
  }
}
