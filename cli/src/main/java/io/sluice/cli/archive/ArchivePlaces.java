package io.sluice.cli.archive;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.XdgFolders;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the user's archive is.
 *
 * @param file the archive
 * @param toggle whether it is wanted
 * @param libraries where SQLite's own library is unpacked to
 */
public record ArchivePlaces(Path file, ArchiveSwitch toggle, Path libraries) {
  /** As the variables say; absent if there is no home folder. */
  static Optional<ArchivePlaces> of(Arguments arguments) {
    Optional<Path> state = XdgFolders.state(arguments.environment());
    Optional<Path> cache = XdgFolders.cache(arguments.environment());
    return XdgFolders.data(arguments.environment())
        .filter(data -> state.isPresent() && cache.isPresent())
        .map(
            data ->
                new ArchivePlaces(
                    data.resolve("archive.db"),
                    new ArchiveSwitch(state.orElseThrow().resolve("archive")),
                    cache.orElseThrow()));
  }

  /**
   * The same where the archive is what was asked for.
   *
   * @throws UsageException if there is no home folder
   */
  public static ArchivePlaces required(Arguments arguments) {
    return of(arguments)
        .orElseThrow(
            () -> new UsageException("there is no home folder for the archive; set HOME to one"));
  }
}
