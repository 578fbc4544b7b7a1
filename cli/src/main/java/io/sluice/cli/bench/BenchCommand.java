package io.sluice.cli.bench;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.RequestCommand;
import io.sluice.cli.run.SchemaFiles;
import io.sluice.cli.run.Sinks;
import io.sluice.cli.settings.FlagKey;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** Measures what a server can take, compares such measurements, or adds them. */
public final class BenchCommand implements RequestCommand {
  private static final String COMPARE = "compare";
  private static final String MERGE = "merge";

  private final Supplier<String> version;

  /** The command; {@code version} tells which version of Sluice reports are to name. */
  public BenchCommand(Supplier<String> version) {
    this.version = version;
  }

  @Override
  public String name() {
    return "bench";
  }

  @Override
  public String summary() {
    return "measures what a server can take, and vouches for its figures";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice bench --concurrency 1,4 --requests 20", "one stream, then four"),
        new Example("sluice bench --rate 10 --for 2s --slo 'ttft<500ms'", "ten requests a second"),
        new Example("sluice bench --sweep=3 --for 1s --html report.html", "as a page with plots"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "bench [compare REPORT… | merge REPORT…] [flags]");
    spec.usageMessage()
        .description(
            "",
            "Without flags it takes a minute and prints one line: how a single stream does, and",
            "how many streams at once the server still serves well. With flags it prints a table;",
            "docs/bench.md says what each figure is.",
            "",
            "Latencies of an open load count from when a request was due, so that waiting in the",
            "client is not hidden; those from when it was written stand below as 'service'. A",
            "level whose client was too slow is void, and the command ends with 9. Requests are",
            "never sent again, and Ctrl-C prints the report so far.",
            "",
            "  bench compare A.json B.json…   how the figures of reports differ from the first",
            "  bench merge A.json B.json…     one report of several machines, on stdout as JSON",
            "");
    spec.addPositional(Flag.words("REPORT", "see above", List.of(COMPARE, MERGE)));
    spec.addArgGroup(WorkloadOptions.flags());
    spec.addArgGroup(LoadOptions.flags());
    spec.addArgGroup(ReportFiles.flags());
    spec.addArgGroup(
        Flag.group(
            "Before and after",
            Flag.on(FlagKey.CALIBRATE, "first measure the built-in model with the same load"),
            Flag.value(
                FlagKey.FAIL_IF, "CHANGE", "compare: end with 8 at it: ttft.p99 or output, > or <"),
            Flag.on(FlagKey.ANYWAY, "compare: even if levels are void or workloads differ")));
    RequestCommand.addFlags(spec);
    spec.addArgGroup(OutputFlags.groupOfBench());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    List<String> words = arguments.words();
    if (!words.isEmpty() && words.get(0).equals(COMPARE)) {
      return new ReportComparison(call).run(arguments, words.subList(1, words.size()));
    }
    if (!words.isEmpty() && words.get(0).equals(MERGE)) {
      return SavedReports.merge(call, arguments, words.subList(1, words.size()));
    }
    arguments.noWords();
    BenchOptions options = BenchOptions.of(name(), arguments, new SchemaFiles(call.streams()));
    try (Sinks sinks = Sinks.of(options.output(), call)) {
      return new Measurement(options, sinks, version.get(), call).run();
    }
  }
}
