package io.sluice.cli.archive;

import io.sluice.cli.command.Call;
import io.sluice.cli.settings.UsageException;
import io.sluice.sinks.sqlite.Archive;
import io.sluice.sinks.sqlite.DamagedArchiveException;
import io.sluice.sinks.sqlite.SqliteLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The user's own archive, where there is one. A damaged one stays where it is until something is to
 * be kept: who only looks into it loses nothing by that.
 */
public final class UserArchive {
  private final ArchivePlaces places;

  private UserArchive(ArchivePlaces places) {
    this.places = places;
  }

  /**
   * The one that the variables name.
   *
   * @throws UsageException if there is no home folder for it
   */
  public static UserArchive of(Call call) {
    return new UserArchive(ArchivePlaces.required(call.environment()));
  }

  /**
   * What {@code use} makes of the archive; absent if there is none.
   *
   * @throws IOException in one line, if it cannot be read or is damaged
   */
  public <T> Optional<T> read(Use<T> use) throws IOException {
    if (Files.notExists(places.file())) {
      return Optional.empty();
    }
    SqliteLibrary.keepIn(places.libraries());
    try (Archive archive = Archive.open(places.file())) {
      return Optional.of(use.of(archive));
    } catch (DamagedArchiveException damaged) {
      throw new IOException(left(places.file(), damaged), damaged);
    }
  }

  private static String left(Path file, DamagedArchiveException damaged) {
    return damaged.getMessage()
        + " and was left as it is; 'sqlite3 "
        + file
        + " .recover' shows what can be saved, and the next answer that is kept moves it to "
        + file.getFileName()
        + ".damaged-TIME and begins a new one";
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
  public interface Use<T> {
    T of(Archive archive) throws IOException;
  }
}
