package io.sluice.cli.archive;

import io.sluice.sink.StreamContext;
import io.sluice.sinks.sqlite.DamagedArchiveException;
import io.sluice.sinks.sqlite.SqliteLibrary;
import io.sluice.sinks.sqlite.SqliteSink;
import io.sluice.text.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the user's archive for a run: a new one if there is none, or a damaged one. */
final class ArchiveOpening {
  private final ArchivePlaces places;
  private final RunTokens tokens;
  private final Consumer<String> remarks;

  /** {@code remarks} are lines that a person should read. */
  ArchiveOpening(ArchivePlaces places, RunTokens tokens, Consumer<String> remarks) {
    this.places = places;
    this.tokens = tokens;
    this.remarks = remarks;
  }

  /**
   * A sink that has been told of the run, which belongs to that conversation. While another process
   * keeps the archive busy the run is not in it yet.
   */
  SqliteSink open(String conversation, StreamContext context) throws IOException {
    SqliteLibrary.keepIn(places.libraries());
    makeFolder(places.file());
    try {
      return opened(conversation, context);
    } catch (DamagedArchiveException damaged) {
      remarks.accept(UserArchive.setAside(places.file(), damaged));
      return opened(conversation, context);
    }
  }

  private SqliteSink opened(String conversation, StreamContext context) throws IOException {
    SqliteSink sink =
        SqliteSink.of(places.file())
            .within(conversation)
            .counting((request, answer) -> Optional.of(tokens.report(answer).counted()))
            .openingLater();
    try {
      sink.onOpen(context);
      return sink;
    } catch (IOException refused) {
      sink.close();
      throw refused;
    }
  }

  private static void makeFolder(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      try {
        Files.createDirectories(folder, OwnerOnly.folder(folder));
      } catch (IOException refused) {
        throw new IOException(folder + " cannot be made; check the permissions there", refused);
      }
    }
  }
}
