package io.sluice.batch.input;

import io.sluice.chat.ChatRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How rows are read. Immutable; each method returns a reading that differs in one thing.
 *
 * @param format the format; empty if it is to be guessed from the name and the first line
 * @param idField the field that holds the id of a row, where the format has no name for it
 * @param separator what ends a row of text: LF, or NUL
 * @param prompt the template of the question; empty if rows hold their own
 * @param system the template of the instructions
 * @param filling adds to a row's request what the row itself does not say, such as the model
 */
public record RowReading(
    Optional<InputFormat> format,
    String idField,
    char separator,
    Optional<RowTemplate> prompt,
    Optional<RowTemplate> system,
    UnaryOperator<ChatRequest> filling) {

  /** Refuses null. */
  public RowReading {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(idField, "idField");
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(filling, "filling");
  }

  /** Returns the reading of an input whose rows say all themselves. */
  public static RowReading defaults() {
    return new RowReading(
        Optional.empty(), "id", '\n', Optional.empty(), Optional.empty(), UnaryOperator.identity());
  }

  /** Returns this reading for that format. */
  public RowReading format(InputFormat known) {
    return new RowReading(Optional.of(known), idField, separator, prompt, system, filling);
  }

  /** Returns this reading with the id in another field. */
  public RowReading idField(String name) {
    return new RowReading(format, name, separator, prompt, system, filling);
  }

  /** Returns this reading of texts that end with NUL instead of a line feed. */
  public RowReading separatedByNul() {
    return new RowReading(format, idField, '\0', prompt, system, filling);
  }

  /** Returns this reading with a template of the question. */
  public RowReading prompt(RowTemplate template) {
    return new RowReading(format, idField, separator, Optional.of(template), system, filling);
  }

  /** Returns this reading with a template of the instructions. */
  public RowReading system(RowTemplate template) {
    return new RowReading(format, idField, separator, prompt, Optional.of(template), filling);
  }

  /** Returns this reading with what each request gets that its row does not say. */
  public RowReading filling(UnaryOperator<ChatRequest> addition) {
    return new RowReading(format, idField, separator, prompt, system, addition);
  }
}
