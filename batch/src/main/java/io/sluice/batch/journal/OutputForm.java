package io.sluice.batch.journal;

import io.sluice.batch.result.ResultFields;
import io.sluice.batch.row.RowTable;
import io.sluice.text.FileReason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How the output of a batch is made of its results. Immutable; each method returns a form that
 * differs in one thing.
 *
 * @param order the order of the rows
 * @param errors a file of its own for rows whose answer is not whole
 * @param fields the fields of a table; empty for the lines as they are
 */
public record OutputForm(Order order, Optional<Path> errors, Optional<ResultFields> fields) {

  /** Returns the form of lines in the order in which the rows ended. */
  public static OutputForm lines() {
    return new OutputForm(Order.ENDED, Optional.empty(), Optional.empty());
  }

  /** Returns this form in another order. */
  public OutputForm order(Order other) {
    return new OutputForm(other, errors, fields);
  }

  /** Returns this form with a file for the rows whose answer is not whole. */
  public OutputForm errors(Path file) {
    return new OutputForm(order, Optional.of(file), fields);
  }

  /** Returns this form as a table of these fields. */
  public OutputForm fields(ResultFields table) {
    return new OutputForm(order, errors, Optional.of(table));
  }

  boolean isCopy() {
    return order == Order.INPUT || errors.isPresent() || fields.isPresent();
  }

  /**
   * Looks whether errors have a file of their own that may be written over.
   *
   * @throws JournalException in one line, if it is the output or a file beside it, or a file that
   *     no batch wrote
   */
  void check(Path output) throws JournalException {
    if (errors.isEmpty()) {
      return;
    }
    Path file = errors.get();
    if (JournalPaths.of(output).contain(file)) {
      throw new JournalException(
          "errors cannot have a file of their own in "
              + file
              + ", which is the output's; name another file");
    }
    if (Files.exists(file)) {
      OutputCheck.isResults(file);
    }
  }

  /** Makes the output of the last line of each row, under another name until it is whole. */
  void export(JournalPaths paths, RowTable rows) throws IOException {
    int[] entries = order == Order.INPUT ? rows.byNumber() : rows.byPlace();
    Path copy = JournalPaths.beside(paths.output(), ".copy");
    Optional<Path> rest = errors.map(file -> JournalPaths.beside(file, ".copy"));
    try {
      try (var export = new OutputExport(paths.partial(), copy, rest, fields)) {
        for (int entry : entries) {
          export.line(rows.place(entry) - 1);
        }
      }
      force(copy);
      if (rest.isPresent()) {
        force(rest.get());
      }
    } catch (JournalException known) {
      throw known;
    } catch (IOException refused) {
      throw unmade(paths, refused);
    } catch (UncheckedIOException refused) {
      throw unmade(paths, Objects.requireNonNull(refused.getCause()));
    }
    if (errors.isPresent() && rest.isPresent()) {
      JournalPaths.move(rest.get(), errors.get());
    }
    JournalPaths.move(copy, paths.output());
  }

  /** The results are removed once the copy is in place: a power cut must not take both. */
  private static void force(Path copy) throws IOException {
    try (var file = new RandomAccessFile(copy.toFile(), "rw")) {
      file.getFD().sync();
    }
  }

  private static JournalException unmade(JournalPaths paths, IOException refused) {
    return new JournalException(
        FileReason.line(
            paths.output() + " cannot be made",
            refused,
            "the results are in " + paths.partial() + "; give the same command again"),
        refused);
  }

  /** The order of the rows in the output. */
  public enum Order {
    /** The order in which the rows ended. */
    ENDED,
    /** The order in which the rows were read. */
    INPUT
  }
}
