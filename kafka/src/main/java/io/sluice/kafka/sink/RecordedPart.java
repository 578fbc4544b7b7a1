package io.sluice.kafka.sink;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What of a run becomes records. */
enum RecordedPart {
  /** Its lines, while it runs. */
  CHUNKS,
  /** Its result, at its end. */
  RESULT,
  /** Its lines and its result. */
  BOTH;

  /** The words for them, the usual one first. */
  static List<String> words() {
    return Stream.of(values()).map(part -> part.name().toLowerCase(Locale.ROOT)).toList();
  }

  static RecordedPart of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  boolean hasChunks() {
    return this != RESULT;
  }

  boolean hasResult() {
    return this != CHUNKS;
  }
}
