package io.sluice.batch.journal;

import io.sluice.batch.result.ResultLine;
import io.sluice.batch.result.RowErrorKind;
import io.sluice.batch.row.RowState;
import io.sluice.batch.row.RowTable;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The results of a batch and its state, in two files that are locked while it runs: {@code
 * OUTPUT.partial} has the lines of results, {@code OUTPUT.state} what was sent. Each line is one
 * write, so that a process that is killed loses none. At the end the results become the output and
 * the state goes. Mutable; for one thread.
 */
public final class BatchJournal implements Closeable {

  private static final long VERSION = 1;
  private static final String TYPE = "type";
  private static final String BEGUN = "batch";
  private static final String SENT = "sent";
  private static final String MADE = "output";

  private final JournalPaths paths;
  private final LineFile state;
  private final LineFile results;
  private final RowTable rows = new RowTable();
  private Optional<InputState> input = Optional.empty();
  private long tornBytes;
  private final boolean reopened;
  private boolean superseded;
  private boolean begun;

  /** Whether an output that is there may be one that a process made and did not get to finish. */
  private boolean made;

  private BatchJournal(JournalPaths paths, LineFile state, LineFile results, boolean reopened) {
    this.reopened = reopened;
    this.paths = paths;
    this.state = state;
    this.results = results;
  }

  /**
   * Puts the files of an earlier batch aside, under names that end in {@code .old}.
   *
   * @param form the form that the output is going to have; its file for errors is put aside, too
   * @throws JournalException if another process has them, if they cannot be renamed, or if the file
   *     for errors is none that a batch wrote; nothing was moved then
   */
  public static void setAside(Path output, OutputForm form) throws IOException {
    form.check(output);
    JournalPaths paths = JournalPaths.of(output);
    if (Files.exists(paths.state())) {
      LineFile.open(paths.state()).close();
    }
    paths.setAside();
    if (form.errors().isPresent()) {
      JournalPaths.setAside(form.errors().get());
    }
  }

  /**
   * Opens the files of a batch: new ones, or those that an earlier part of it left. An output that
   * is there already is gone on with if it is one of a batch.
   *
   * @param form the form that the output is going to have
   * @param again the kinds of errors whose rows are to be asked again
   * @throws JournalException in one line, if the files cannot be used
   */
  public static BatchJournal open(Path output, OutputForm form, Set<RowErrorKind> again)
      throws IOException {
    form.check(output);
    JournalPaths paths = JournalPaths.of(output);
    LineFile state = LineFile.open(paths.state());
    boolean reopened = Files.exists(output) && !Files.exists(paths.partial());
    boolean moved = false;
    try {
      if (reopened) {
        OutputCheck.isResults(output);
        JournalPaths.move(output, paths.partial());
        moved = true;
      }
      var journal = new BatchJournal(paths, state, LineFile.open(paths.partial()), reopened);
      try {
        journal.recover(again);
        if (!journal.made && Files.exists(output)) {
          OutputCheck.isResults(output);
        }
        return journal;
      } catch (IOException damaged) {
        journal.results.close();
        throw damaged;
      }
    } catch (IOException refused) {
      boolean empty = Files.size(paths.state()) == 0;
      state.close();
      if (moved) {
        JournalPaths.move(paths.partial(), output);
      }
      if (empty) {
        Files.deleteIfExists(paths.state());
      }
      throw refused;
    }
  }

  /** What is known of the rows. */
  public RowTable rows() {
    return rows;
  }

  /** The input that the batch was begun with, or gone on with last; empty if it is new. */
  public Optional<InputState> input() {
    return input;
  }

  /** How many bytes of lines were cut off that a process did not get to finish. */
  public long tornBytes() {
    return tornBytes;
  }

  /**
   * Notes that the batch begins or goes on.
   *
   * @param settings what the batch is run with, without secrets
   */
  public void begin(InputState given, Map<String, String> settings) throws IOException {
    state.cut();
    results.cut();
    state.append(
        JsonWriter.object(
            line -> {
              line.field(TYPE, BEGUN)
                  .field("version", VERSION)
                  .field("started", Instant.now().toString());
              given.write(line);
              line.object("settings", to -> settings.forEach(to::field));
            }));
    input = Optional.of(given);
    begun = true;
  }

  /** Notes that a row is about to be sent. */
  public void sent(String id, int attempt, String fingerprint, long promptTokens)
      throws IOException {
    state.append(
        JsonWriter.object(
            line ->
                line.field(TYPE, SENT)
                    .field("custom_id", id)
                    .field("attempt", (long) attempt)
                    .field("fingerprint", fingerprint)
                    .field("prompt_tokens", promptTokens)));
  }

  /**
   * Keeps the line of a result.
   *
   * @param line as {@link ResultLine#write} makes it
   */
  public void result(String id, String line) throws IOException {
    long begin = results.append(line);
    int entry = rows.add(id);
    superseded |= rows.place(entry) != 0;
    rows.place(entry, begin + 1);
    rows.state(entry, RowState.ANSWERED);
  }

  /** Forces what was written to disk. */
  public void force() throws IOException {
    results.force();
    state.force();
  }

  /** Makes the output of the results, and removes the state. */
  public void finish(OutputForm form) throws IOException {
    if (form.isCopy() || superseded) {
      state.append(JsonWriter.object(line -> line.field(TYPE, MADE)));
      state.force();
      form.export(paths, rows);
      Files.delete(paths.partial());
    } else {
      JournalPaths.move(paths.partial(), paths.output());
    }
    Files.deleteIfExists(paths.state());
  }

  /** If the batch was not begun, the files are again as they were before. */
  @Override
  public void close() throws IOException {
    if (!begun && reopened) {
      JournalPaths.move(paths.partial(), paths.output());
    }
    if (!begun && state.isEmpty()) {
      if (results.isEmpty() && !reopened) {
        Files.deleteIfExists(paths.partial());
      }
      Files.deleteIfExists(paths.state());
    }
    results.close();
    state.close();
  }

  private void recover(Set<RowErrorKind> again) throws IOException {
    tornBytes = state.recover((begin, line) -> stateLine(line));
    tornBytes += results.recover((begin, line) -> resultLine(begin, line, again));
  }

  private void stateLine(String text) throws JournalException {
    JsonObject line;
    try {
      line = JsonObject.read(text);
    } catch (MalformedJsonException malformed) {
      throw damaged(paths.state(), malformed);
    }
    String type = line.string(TYPE).orElse("");
    if (type.equals(BEGUN)) {
      if (line.wholeNumber("version").orElse(0) != VERSION) {
        throw new JournalException(
            paths.state() + " is of another version of Sluice; go on with that, or begin anew");
      }
      input = InputState.read(line);
    } else if (type.equals(SENT)) {
      int entry = rows.add(line.string("custom_id").orElse(""));
      line.string("fingerprint").ifPresent(print -> rows.fingerprint(entry, print));
      rows.state(entry, RowState.SENT);
    } else if (type.equals(MADE)) {
      made = true;
    }
  }

  private void resultLine(long begin, String text, Set<RowErrorKind> again)
      throws JournalException {
    ResultLine line;
    try {
      line = ResultLine.read(text);
    } catch (MalformedJsonException malformed) {
      throw damaged(paths.partial(), malformed);
    }
    int entry = rows.add(line.id());
    superseded |= rows.place(entry) != 0;
    rows.place(entry, begin + 1);
    rows.number(entry, line.row());
    if (!line.fingerprint().isEmpty()) {
      rows.fingerprint(entry, line.fingerprint());
    }
    rows.code(entry, line.error().map(RowErrorKind::code).orElse(0));
    boolean repeated = line.error().filter(again::contains).isPresent();
    rows.state(entry, repeated ? RowState.REPEATED : RowState.ANSWERED);
  }

  private static JournalException damaged(Path file, MalformedJsonException malformed) {
    return new JournalException(
        file
            + " has a line that no batch wrote: "
            + malformed.getMessage()
            + "; remove that line, or begin anew",
        malformed);
  }
}
