package io.sluice.cli.batch;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.RequestCommand;
import io.sluice.cli.settings.FlagKey;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Answers a file of prompts, and goes on where it was stopped. */
public final class BatchCommand implements RequestCommand {
  @Override
  public String name() {
    return "batch";
  }

  @Override
  public String summary() {
    return "answers a file of prompts, within limits; the same command again goes on";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("seq 3 | sluice batch - -o answers.jsonl", "a prompt a line"),
        new Example("seq 3 | sluice batch - -p 'Half of {text}?' -o halves.jsonl", "a template"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "batch INPUT…|--from QUEUE -o OUTPUT [flags]");
    spec.usageMessage()
        .description(
            "",
            "Answers each row of a file, and keeps each answer as soon as it is there: a line of",
            "JSON, in the form of OpenAI's batches. Killed or stopped, the same command goes on",
            "with the rows that have no result. A refusal for rate limits never fails a row.",
            "");
    spec.addPositional(Flag.words("INPUT", "files of rows, or - for stdin"));
    spec.addArgGroup(BatchFlags.input());
    spec.addArgGroup(BatchFlags.limits());
    spec.addArgGroup(BatchFlags.resuming());
    spec.addArgGroup(BatchFlags.output());
    RequestCommand.addFlags(spec);
    spec.addArgGroup(
        OutputFlags.groupOfRows(
            Flag.value(
                FlagKey.PROGRESS, "FORM", "json: an object a second on stderr; none: nothing"),
            Flag.value(FlagKey.PROGRESS_FD, "N", "write those objects to that file descriptor")));
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    return new BatchProcess(BatchOptions.of(arguments, call.streams()), call).run();
  }
}
