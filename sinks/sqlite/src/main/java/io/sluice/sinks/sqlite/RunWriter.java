package io.sluice.sinks.sqlite;

import io.sluice.chat.Json;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes one run while it streams: a row before anything is sent, a part each second or {@value
 * #MANY_CHARACTERS} characters, the rest at the end. While another process locks the archive,
 * content is held back and tried again with later chunks, which never wait for it. Mutable; for one
 * run.
 */
final class RunWriter implements AutoCloseable {
  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final Duration SOON = Duration.ofMillis(100);
  private static final int MANY_CHARACTERS = 64 * 1024;

  /** How long the stream waits for another writer, whose transactions usually take less. */
  static final Duration A_MOMENT = Duration.ofMillis(50);

  private final Path file;
  private final StreamContext context;
  private final String conversation;
  private final Backlog held = new Backlog();
  private @Nullable Session session;
  private Optional<Long> run = Optional.empty();
  private int parts;
  private long kept;
  private Duration tried = Duration.ZERO;
  private int heldThen;
  private boolean busy;

  /** Creates the writer; opens nothing yet. */
  RunWriter(Path file, StreamContext context, String conversation) {
    this.file = file;
    this.context = context;
    this.conversation = conversation;
  }

  /**
   * Opens the archive and adds the run.
   *
   * @throws BusyArchiveException if another process locks the archive for that long; later calls
   *     try again
   */
  void begin(Duration patience) throws IOException {
    write(patience, (archive, number) -> {});
  }

  void retry(String line) {
    held.retry(line);
  }

  void chunk(Chunk chunk) throws IOException {
    held.chunk(chunk);
    if (isDue(chunk.at())) {
      tried = chunk.at();
      try {
        flush(busy ? Duration.ZERO : A_MOMENT);
        busy = false;
      } catch (BusyArchiveException tryAgain) {
        busy = true;
      }
      heldThen = held.size();
    }
  }

  /** Writes the content received so far of a run that may go on. */
  void flush(Duration patience) throws IOException {
    if (held.isEmpty() && run.isPresent()) {
      return;
    }
    write(
        patience,
        (archive, number) -> {
          if (!held.isEmpty()) {
            RunRows.addPart(archive, number, parts, held.lines());
            RunRows.addDraft(archive, number, parts, held.text());
          }
        });
  }

  /**
   * Writes the rest, and how the run ended. If more was received than can be held back, only the
   * beginning is kept.
   */
  void end(Outcome outcome, Optional<Json> counted, Duration patience) throws IOException {
    if (held.overflown()) {
      flush(patience);
      throw new IOException(
          file
              + " was kept busy by another process while more came than the "
              + Backlog.MOST / 1024 / 1024
              + " Mi characters that are held back");
    }
    write(
        patience,
        (archive, number) -> {
          if (!held.isEmpty()) {
            RunRows.addPart(archive, number, parts, held.lines());
          }
          RunRows.end(archive, number, outcome, counted);
        });
  }

  /** Removes a run that sent no request. */
  void abandon(Duration patience) throws IOException {
    if (run.isPresent()) {
      write(patience, RunRows::remove);
    }
  }

  /** The number of chunks in the archive. */
  long kept() {
    return kept;
  }

  /** Whether the run is in the archive. */
  boolean begun() {
    return run.isPresent();
  }

  @Override
  public void close() throws IOException {
    Session closing = session;
    session = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (SQLException refused) {
        throw SqlTrouble.of(file, refused);
      }
    }
  }

  private boolean isDue(Duration now) {
    return now.minus(tried).compareTo(busy ? SOON : OFTEN) >= 0
        || held.size() - heldThen >= MANY_CHARACTERS;
  }

  /**
   * Writes the held content in one transaction, together with the run itself if that is not there
   * yet.
   */
  private void write(Duration patience, Change change) throws IOException {
    try {
      Session archive = opened(patience);
      archive.patience(patience);
      long[] number = new long[1];
      archive.write(
          () -> {
            number[0] = run.isPresent() ? run.get() : RunRows.add(archive, context, conversation);
            change.make(archive, number[0]);
          });
      run = Optional.of(number[0]);
    } catch (SQLException refused) {
      throw SqlTrouble.of(file, refused);
    }
    parts += held.isEmpty() ? 0 : 1;
    kept += held.chunks();
    held.clear();
  }

  private Session opened(Duration patience) throws IOException {
    Session opened = session;
    if (opened == null) {
      opened = Database.open(file, patience);
      session = opened;
    }
    return opened;
  }

  /** The change to the run with that number. */
  @FunctionalInterface
  private interface Change {
    void make(Session archive, long run) throws SQLException;
  }
}
