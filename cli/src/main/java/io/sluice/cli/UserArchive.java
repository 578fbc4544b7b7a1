package io.sluice.cli;

import io.sluice.sinks.sqlite.Archive;
import io.sluice.sinks.sqlite.DamagedArchiveException;
import io.sluice.sinks.sqlite.SqliteLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The user's own archive, where there is one. A damaged one is set aside, which is said. */
final class UserArchive {
  private final ArchivePlaces places;
  private final Notices notices;

  private UserArchive(ArchivePlaces places, Notices notices) {
    this.places = places;
    this.notices = notices;
  }

  /**
   * The one that the variables name.
   *
   * @throws UsageException if there is no home folder for it
   */
  static UserArchive of(Call call) {
    return new UserArchive(ArchivePlaces.required(call.arguments()), call.notices());
  }

  /** What {@code use} makes of the archive; absent if there is none, or none any more. */
  <T> Optional<T> read(Use<T> use) throws IOException {
    if (Files.notExists(places.file())) {
      return Optional.empty();
    }
    SqliteLibrary.keepIn(places.libraries());
    try (Archive archive = Archive.open(places.file())) {
      return Optional.of(use.of(archive));
    } catch (DamagedArchiveException damaged) {
      notices.error(setAside(places.file(), damaged));
      return Optional.empty();
    }
  }

  /** Makes room for a new archive; the line that says so. */
  static String setAside(Path file, DamagedArchiveException damaged) throws IOException {
    Path aside = Archive.setAside(file);
    return damaged.getMessage() + "; it is kept as " + aside + ", and a new archive begins";
  }

  /**
   * What is done with it.
   *
   * @param <T> the result
   */
  @FunctionalInterface
  interface Use<T> {
    T of(Archive archive) throws IOException;
  }
}
