package io.sluice.batch.input;

import java.util.Map;

/** A text that each row fills with the values of its fields. Thread-safe. */
@FunctionalInterface
public interface RowTemplate {

  /**
   * Returns the text with the values of a row.
   *
   * @param fields the values by name, in the order of the row; a line of text is the field {@code
   *     text}
   * @throws IllegalArgumentException in one line that names the field, if the row lacks one
   */
  String fill(Map<String, String> fields);
}
