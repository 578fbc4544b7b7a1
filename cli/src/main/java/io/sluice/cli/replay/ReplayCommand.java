package io.sluice.cli.replay;

import io.sluice.cli.archive.RunTokens;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.command.PipedFile;
import io.sluice.cli.run.AnswerPipeline;
import io.sluice.cli.run.AnswerSource;
import io.sluice.cli.run.DialectFlag;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.run.Sinks;
import io.sluice.cli.settings.FlagKey;
import io.sluice.pipeline.PipelineResult;
import io.sluice.stream.Source;
import io.sluice.stream.StreamOptions;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Plays records again. */
public final class ReplayCommand implements Command {
  private static final String RECORDED = "what " + FlagKey.RECORD.flag() + " kept";

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String summary() {
    return "plays recorded event streams and transcripts through any sinks";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice replay haiku.sse", RECORDED),
        new Example("sluice replay haiku.jsonl --sink file:path=again.md", "to a Markdown page"),
        new Example("sluice replay --json haiku.sse haiku.jsonl", "a JSON object for each"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "replay [FILE|RUN|-]… [flags]");
    spec.addPositional(
        Flag.words(
            "FILE",
            RECORDED
                + ", an event stream, or a transcript, whose first record is played; -"
                + " is stdin, and kafka:servers=HOST:PORT,run=ID a run that goes on or has ended"));
    spec.addOption(
        Flag.value(
            FlagKey.SPEED, "FACTOR", "0 at once (the default), 1 as recorded, 2 twice as fast"));
    spec.addOption(DialectFlag.ofRecords());
    spec.addArgGroup(OutputFlags.group());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    ReplayOptions options = ReplayOptions.of(arguments);
    List<String> names = options.files();
    ExitCode code = ExitCode.COMPLETED;
    try (var piped = new PipedFile();
        Sinks sinks = Sinks.of(options.output(), call)) {
      List<RecordedInput> inputs =
          RecordedInput.all(piped.instead(names, call.streams()), options, sinks);
      var delivery = new AnswerPipeline(call, options.output(), sinks);
      for (int i = 0; i < inputs.size() && !over(call); i++) {
        AnswerSource answerer =
            inputs.size() > 1 ? AnswerSource.record().of(names.get(i)) : AnswerSource.record();
        code = code.orElse(play(inputs.get(i), delivery, options.output(), call, answerer));
      }
    }
    return code;
  }

  /** A file that holds no record does not keep the others from being played. */
  private static ExitCode play(
      RecordedInput input,
      AnswerPipeline delivery,
      OutputOptions output,
      Call call,
      AnswerSource answerer)
      throws IOException {
    Source record;
    try {
      record = input.open();
    } catch (IOException unreadable) {
      call.notices().error(String.valueOf(unreadable.getMessage()));
      return ExitCode.NOTHING_SENT;
    }
    PipelineResult result = delivery.deliver(record, StreamOptions.defaults());
    var tokens = RunTokens.of(record.request(), output.prices());
    return delivery.report(answerer, tokens).end(result);
  }

  private static boolean over(Call call) {
    return call.interruption().raised().isPresent() || call.streams().out().closed();
  }
}
