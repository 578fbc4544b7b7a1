package io.sluice.cli.archive;

import io.sluice.cli.settings.UsageException;
import io.sluice.settings.XdgFolders;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the user's archive is.
 *
 * @param file the archive
 * @param toggle whether it is wanted
 * @param cuts which conversations were taken back
 * @param libraries where SQLite's own library is unpacked to
 */
public record ArchivePlaces(
    Path file, ArchiveSwitch toggle, ConversationCuts cuts, Path libraries) {
  /** The places that the variables name; absent if there is no home folder. */
  static Optional<ArchivePlaces> of(Map<String, String> environment) {
    Optional<Path> state = XdgFolders.state(environment);
    Optional<Path> cache = XdgFolders.cache(environment);
    return XdgFolders.data(environment)
        .filter(data -> state.isPresent() && cache.isPresent())
        .map(
            data ->
                new ArchivePlaces(
                    data.resolve("archive.db"),
                    new ArchiveSwitch(state.orElseThrow().resolve("archive")),
                    new ConversationCuts(state.orElseThrow().resolve("conversations")),
                    cache.orElseThrow()));
  }

  /**
   * The places of the archive, for a command that is of no use without them.
   *
   * @throws UsageException if there is no home folder
   */
  public static ArchivePlaces required(Map<String, String> environment) {
    return of(environment)
        .orElseThrow(
            () -> new UsageException("there is no home folder for the archive; set HOME to one"));
  }
}
