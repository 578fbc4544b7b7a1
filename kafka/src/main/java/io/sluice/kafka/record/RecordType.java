package io.sluice.kafka.record;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a record of a run holds. A minor version may add types; a reader passes over them. */
public enum RecordType {
  /** The opening of the run: one line. */
  OPEN,
  /** A request that is sent again: one line. */
  RETRY,
  /** Chunks, a line each. */
  CHUNK,
  /** The end of the run: one line. */
  END,
  /** The result of the run, in a topic of its own. */
  RESULT;

  /** The word for it in the header field. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of that word; empty for one that is not known. */
  public static Optional<RecordType> of(String word) {
    return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
  }
}
