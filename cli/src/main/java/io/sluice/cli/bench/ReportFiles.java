package io.sluice.cli.bench;

import io.sluice.bench.html.ReportPage;
import io.sluice.bench.report.BenchReport;
import io.sluice.bench.report.ReportCsv;
import io.sluice.bench.report.ReportWriter;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.NewFile;
import io.sluice.cli.settings.FlagKey;
import io.sluice.settings.SettingValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgGroupSpec;

/**
 * The files that a report is written to, beside the table on stdout.
 *
 * @param json the whole report, which can be compared and merged
 * @param csv a line for each level
 * @param html a page with plots
 * @param records a line of JSON for each request, written as it ends
 */
record ReportFiles(
    Optional<Path> json, Optional<Path> csv, Optional<Path> html, Optional<Path> records) {

  static ArgGroupSpec flags() {
    return Flag.group(
        "The report",
        Flag.value(FlagKey.HTML, "FILE", "one page with plots, which needs no network"),
        Flag.value(FlagKey.JSON, "FILE", "everything, with histograms: for compare and merge"),
        Flag.value(FlagKey.CSV, "FILE", "a line for each level"),
        Flag.value(FlagKey.RECORDS, "FILE", "a line of JSON for each request, as it ends"));
  }

  /** Only the command line counts: elsewhere {@code json} is a switch of other commands. */
  static ReportFiles of(Arguments arguments) {
    return new ReportFiles(
        path(arguments, FlagKey.JSON),
        path(arguments, FlagKey.CSV),
        path(arguments, FlagKey.HTML),
        path(arguments, FlagKey.RECORDS));
  }

  private static Optional<Path> path(Arguments arguments, FlagKey flag) {
    return arguments
        .flaggedValue(flag)
        .map(SettingValue::path)
        .map(file -> arguments.folder().resolve(file));
  }

  /** Makes the files before anything is measured, so that no report is lost at the end. */
  void create() {
    Stream.of(json, csv, html, records).flatMap(Optional::stream).forEach(NewFile::create);
  }

  /** Writes the report to the files that were asked for. */
  void write(BenchReport report) throws IOException {
    if (json.isPresent()) {
      Files.writeString(json.get(), ReportWriter.json(report) + "\n");
    }
    if (csv.isPresent()) {
      Files.writeString(csv.get(), ReportCsv.csv(report));
    }
    if (html.isPresent()) {
      Files.writeString(html.get(), ReportPage.html(report));
    }
  }
}
