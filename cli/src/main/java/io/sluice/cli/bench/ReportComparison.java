package io.sluice.cli.bench;

import io.sluice.bench.report.BenchComparison;
import io.sluice.bench.report.BenchReport;
import io.sluice.bench.report.ChangeLimit;
import io.sluice.bench.report.ChangeTable;
import io.sluice.bench.report.Figure;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code sluice bench compare}: reports beside the first of them. */
final class ReportComparison {
  private final Call call;

  ReportComparison(Call call) {
    this.call = call;
  }

  ExitCode run(Arguments arguments, List<String> names) throws IOException {
    List<ChangeLimit> limits =
        arguments.values(FlagKey.FAIL_IF).stream()
            .map(given -> FlagRules.read(given, ChangeLimit::parse))
            .toList();
    List<BenchReport> reports = SavedReports.read(call, arguments, names, 2);
    BenchReport first = reports.get(0);
    boolean broken = false;
    for (int i = 1; i < reports.size(); i++) {
      BenchReport other = reports.get(i);
      if (!arguments.on(FlagKey.ANYWAY)) {
        object(names.get(0), names.get(i), first, other);
      }
      limits.forEach(limit -> refuseUnlessJudged(limit, first, other));
      List<BenchComparison.Change> changes = BenchComparison.of(first, other, Figure.compared());
      call.streams().out().print(ChangeTable.text(names.get(0), names.get(i), changes));
      broken |= breaks(limits, first, other);
    }
    return broken ? ExitCode.CUT : ExitCode.COMPLETED;
  }

  private static void object(String one, String two, BenchReport first, BenchReport other) {
    BenchComparison.objection(first, other)
        .ifPresent(
            why -> {
              throw new UsageException(
                  one
                      + " and "
                      + two
                      + " cannot be compared: "
                      + why
                      + "; "
                      + FlagKey.ANYWAY.flag()
                      + " does so");
            });
  }

  /** A limit that nobody can judge must not look like one that was kept. */
  private static void refuseUnlessJudged(ChangeLimit limit, BenchReport first, BenchReport other) {
    List<String> levels = BenchComparison.incomparable(first, other, limit.figure());
    if (!levels.isEmpty()) {
      throw new UsageException(
          limit
              + " cannot be judged at "
              + String.join(", ", levels)
              + ": too few answers there, or no such level; measure longer, or use p50");
    }
  }

  private boolean breaks(List<ChangeLimit> limits, BenchReport first, BenchReport other) {
    List<String> broken = new ArrayList<>();
    for (ChangeLimit limit : limits) {
      for (BenchComparison.Change change :
          BenchComparison.of(first, other, List.of(limit.figure()))) {
        if (limit.isBrokenBy(change)) {
          broken.add(change.level() + ": " + limit);
        }
      }
    }
    broken.forEach(line -> call.notices().error("beyond the limit: " + line));
    return !broken.isEmpty();
  }
}
