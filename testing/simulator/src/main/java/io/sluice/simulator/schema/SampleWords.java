package io.sluice.simulator.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Texts for fields of common names, such as cities and colors. Immutable once read. */
final class SampleWords {
  private static final String FILE = "words.txt";

  /** Fields with these words in their names, and texts for them. */
  private record FieldWords(Set<String> names, List<String> texts) {}

  private final List<FieldWords> rows;

  private SampleWords(List<FieldWords> rows) {
    this.rows = List.copyOf(rows);
  }

  /** Reads the texts: a line has names, a colon, and texts between commas. */
  static SampleWords read() {
    try (InputStream in = SampleWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the simulator's jar lacks " + FILE + "; build it again");
      }
      var rows = new ArrayList<FieldWords>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        int colon = line.indexOf(':');
        rows.add(
            new FieldWords(
                Set.of(line.substring(0, colon).split(" ", -1)),
                Arrays.stream(line.substring(colon + 1).split(",", -1))
                    .map(String::strip)
                    .toList()));
      }
      return new SampleWords(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Texts for a field; those of the last row if its name says nothing. */
  List<String> of(FieldHint hint) {
    return rows.stream()
        .filter(row -> hint.names(row.names()))
        .findFirst()
        .orElse(rows.get(rows.size() - 1))
        .texts();
  }
}
