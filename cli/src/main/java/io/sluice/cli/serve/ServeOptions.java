package io.sluice.cli.serve;

import io.sluice.cli.archive.ArchiveOptions;
import io.sluice.cli.archive.Archiving;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.pipeline.Delivery;
import io.sluice.plugin.RunSourceSpec;
import io.sluice.plugin.SinkSpec;
import io.sluice.server.limits.Limits;
import io.sluice.server.passage.Recording;
import io.sluice.settings.SettingValue;
import io.sluice.settings.XdgFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of {@code sluice serve}.
 *
 * @param access where it listens, and who may ask it
 * @param passage how requests of clients are passed on; empty if they are not
 * @param endpoints the servers to offer, the default one first
 * @param output the sinks of each run
 * @param record the folder that gets a transcript of each run
 * @param archive whether runs are kept in the archive
 * @param limits how much it takes on
 * @param spool where lines go that do not fit into memory; empty if there is no home folder
 * @param runs where other processes make runs that are shown, too
 * @param page whether there is a page for browsers
 * @param open whether a browser is opened
 */
record ServeOptions(
    AccessOptions access,
    Optional<PassageOptions> passage,
    List<EndpointOptions> endpoints,
    OutputOptions output,
    Optional<Path> record,
    ArchiveOptions archive,
    Limits limits,
    Optional<Path> spool,
    Optional<RunSourceSpec> runs,
    boolean page,
    boolean open) {
  ServeOptions {
    endpoints = List.copyOf(endpoints);
  }

  static ServeOptions of(String command, Arguments arguments) {
    arguments.noWords();
    var values = new ServedValues(arguments);
    Optional<Path> record = arguments.value(FlagKey.RECORD).map(ServeOptions::folder);
    OutputOptions output = OutputOptions.besides(command, arguments);
    boolean page = !arguments.on(FlagKey.NO_PAGE);
    boolean open = arguments.on(FlagKey.OPEN);
    if (open && !page) {
      throw new UsageException(
          FlagKey.OPEN.flag()
              + " has no page to open with "
              + FlagKey.NO_PAGE.flag()
              + "; drop one");
    }
    return new ServeOptions(
        AccessOptions.of(arguments, values),
        PassageOptions.of(arguments, values),
        EndpointOptions.of(arguments),
        record.map(folder -> output.and(transcripts(folder))).orElse(output),
        record,
        ArchiveOptions.ofNewRuns(arguments),
        LimitOptions.of(values),
        XdgFolders.state(arguments.environment()).map(state -> state.resolve("runs")),
        arguments.value(FlagKey.RUNS).map(ServeOptions::runs),
        page,
        open);
  }

  private static RunSourceSpec runs(SettingValue given) {
    try {
      return RunSourceSpec.parse(given.text());
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of(malformed);
    }
  }

  /** Whether requests that are passed on are recorded because somebody asked for it. */
  boolean recordsPassed() {
    return record.isPresent() || passage.flatMap(PassageOptions::recording).isPresent();
  }

  /** How the sinks of a run are needed. */
  Delivery need() {
    return needsRecords() ? Delivery.required() : Delivery.optional();
  }

  /** How the archive is needed. */
  Delivery archiving() {
    return needsRecords() ? Archiving.delivery(Delivery.required()) : Archiving.delivery();
  }

  /** Whether a run does not begin that cannot be recorded. */
  boolean needsRecords() {
    return passage.flatMap(PassageOptions::recording).equals(Optional.of(Recording.REQUIRED));
  }

  private static Path folder(SettingValue given) {
    if (given.text().equals("-")) {
      throw new UsageException(given.by() + " is '-'; name a folder for the transcripts");
    }
    return given.path();
  }

  private static SinkSpec transcripts(Path folder) {
    return new SinkSpec("file", Map.of("path", folder.resolve("{id}.jsonl").toString()));
  }
}
