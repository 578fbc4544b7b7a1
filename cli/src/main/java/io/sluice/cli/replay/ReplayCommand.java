package io.sluice.cli.replay;

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
import io.sluice.cli.run.Sinks;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.InputFiles;
import io.sluice.pipeline.PipelineResult;
import io.sluice.replay.Replay;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.EventStreams;
import io.sluice.wire.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        new Example("sluice replay haiku.sse", RECORDED + ", once more"),
        new Example(
            "sluice replay haiku.jsonl --sink file:path=again.md", "a transcript becomes a page"),
        new Example("sluice replay --json haiku.sse haiku.jsonl", "a JSON object for each"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "replay [FILE|-]… [flags]");
    spec.addPositional(
        Flag.words(
            "FILE",
            RECORDED
                + ", an event stream, or a transcript, whose first record is played; -"
                + " is stdin"));
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
      List<Path> files = InputFiles.all(piped.instead(names, call.streams()));
      Optional<Dialect> dialect = options.dialect().map(sinks::known);
      var delivery = new AnswerPipeline(call, options.output(), sinks);
      for (int i = 0; i < files.size() && !over(call); i++) {
        AnswerSource answerer =
            files.size() > 1 ? AnswerSource.record().of(names.get(i)) : AnswerSource.record();
        Path file = files.get(i);
        Replay.Builder record =
            Replay.builder(file)
                .events(EventStreams::decoder)
                .speed(options.speed())
                .dialect(dialect.orElseGet(() -> RecordDialect.of(file, sinks)))
                .dialects(sinks::dialect);
        code = code.orElse(play(record, delivery, call, answerer));
      }
    }
    return code;
  }

  /** A file that holds no record does not keep the others from being played. */
  private static ExitCode play(
      Replay.Builder record, AnswerPipeline delivery, Call call, AnswerSource answerer)
      throws IOException {
    Replay replay;
    try {
      replay = record.build();
    } catch (IOException unreadable) {
      call.notices().error(String.valueOf(unreadable.getMessage()));
      return ExitCode.NOTHING_SENT;
    }
    PipelineResult result = delivery.deliver(replay, StreamOptions.defaults());
    return delivery.report(answerer, replay.request()).end(result);
  }

  private static boolean over(Call call) {
    return call.interruption().raised().isPresent() || call.streams().out().closed();
  }
}
