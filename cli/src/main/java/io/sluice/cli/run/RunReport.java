package io.sluice.cli.run;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.cli.archive.Counting;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.terminal.Sgr;
import io.sluice.json.JsonWriter;
import io.sluice.pipeline.PipelineResult;
import io.sluice.sinks.tokens.TokenReport;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.tokens.TokenCount;
import io.sluice.transcript.ResultJson;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is said of a run that has ended. Mutable; for one run. */
public final class RunReport {
  private final Call call;
  private final OutputOptions output;
  private final AnswerSource answerer;
  private final Optional<ChatRequest> request;
  private RunTime time = new RunTime(System::nanoTime);

  /** The report of an answer to {@code request}, which a record may lack. */
  public RunReport(
      Call call, OutputOptions output, AnswerSource answerer, Optional<ChatRequest> request) {
    this.call = call;
    this.output = output;
    this.answerer = answerer;
    this.request = request;
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
    return new ExitRules(output, call).of(result, request);
  }

  private void onStderr(PipelineResult result) {
    Outcome outcome = result.outcome();
    boolean answered = outcome.status() == Status.COMPLETED || outcome.chunks() > 0;
    if (answered && !call.streams().out().ended(outcome) && call.liveScreen().isPresent()) {
      TokenCount tokens = Counting.of(request, result.completion()).completion();
      String summary = Summary.of(outcome, tokens, time.before(outcome.timing()));
      call.streams().err().println(call.look().stderr().styled() ? Sgr.dim(summary) : summary);
    }
    new EndLines(call, output, call.notices()).say(result, answerer, request);
    if (output.usage()) {
      String figures = result.completion().usage().map(RunReport::reported).orElse("");
      String line = figures.isEmpty() ? counted(result) : figures;
      call.streams().err().println("usage: " + line);
    }
  }

  private void onStdout(PipelineResult result) throws IOException {
    Map<String, Json> more = new LinkedHashMap<>();
    answerer.source().ifPresent(source -> more.put("source", JsonWriter.json(source)));
    call.streams().out().print(json(result, more) + "\n");
  }

  /** The answer as one JSON object on one line, whatever became of it, with more members. */
  public String json(PipelineResult result, Map<String, Json> more) {
    ResultJson json =
        ResultJson.of(result.outcome())
            .tokens(Counting.of(request, result.completion()).json())
            .sinkFailures(result.sinkFailures());
    more.forEach(json::with);
    return (answerer.kind() == AnswerSource.Kind.BUILT_IN ? json.offline() : json.online()).text();
  }

  private static String reported(Usage usage) {
    return figures(usage.promptTokens(), usage.completionTokens(), usage.totalTokens());
  }

  private String counted(PipelineResult result) {
    TokenReport report = Counting.of(request, result.completion());
    String how = report.model().encoding().word() + ", " + report.total().basis().word();
    return report
            .prompt()
            .map(
                prompt ->
                    figures(
                        prompt.counted().tokens(),
                        report.completion().tokens(),
                        report.total().tokens()))
            .orElse("completion " + report.completion().tokens() + " tokens")
        + " (not reported; counted with "
        + how
        + ")";
  }

  private static String figures(long prompt, long completion, long total) {
    return "prompt " + prompt + ", completion " + completion + ", total " + total + " tokens";
  }
}
