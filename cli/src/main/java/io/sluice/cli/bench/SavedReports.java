package io.sluice.cli.bench;

import io.sluice.bench.report.BenchReport;
import io.sluice.bench.report.ReportMerge;
import io.sluice.bench.report.ReportReader;
import io.sluice.bench.report.ReportWriter;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.InputText;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardStreams;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reports that earlier benchmarks wrote with {@code --json}. */
final class SavedReports {

  private SavedReports() {}

  /** Reads reports, at least {@code least}. */
  static List<BenchReport> read(Call call, Arguments arguments, List<String> names, int least)
      throws IOException {
    if (names.size() < least) {
      throw new UsageException("name at least " + least + " reports");
    }
    List<BenchReport> reports = new ArrayList<>();
    for (String name : names) {
      reports.add(read(arguments.folder(), name, call.streams()));
    }
    return reports;
  }

  private static BenchReport read(Path folder, String name, StandardStreams streams)
      throws IOException {
    try {
      return ReportReader.read(InputText.read(folder.resolve(name).toString(), streams));
    } catch (InvalidPathException broken) {
      throw UsageException.of(broken);
    } catch (IllegalArgumentException broken) {
      throw new UsageException(
          name + ": " + broken.getMessage() + "; name a file that bench --json wrote", broken);
    }
  }

  /** Prints the sum of reports as JSON. */
  static ExitCode merge(Call call, Arguments arguments, List<String> names) throws IOException {
    try {
      BenchReport sum = ReportMerge.of(read(call, arguments, names, 1));
      call.streams().out().print(ReportWriter.json(sum) + "\n");
      return sum.isValid() ? ExitCode.COMPLETED : ExitCode.VOID;
    } catch (IllegalArgumentException different) {
      throw UsageException.of(different);
    }
  }
}
