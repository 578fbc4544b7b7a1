package io.sluice.bench.workload;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that says what is asked. */
final class WorkloadFile {
  private static final long MOST_BYTES = 256L << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private WorkloadFile() {}

  /**
   * The text of a file of at most 256 MiB, without a byte order mark.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException in one line, if it is larger or not UTF-8
   */
  static String text(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IllegalArgumentException(file + " is larger than 256 MiB; use a part of it");
    }
    try {
      String text = Files.readString(file);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException malformed) {
      throw new IllegalArgumentException(file + " is not UTF-8; convert it", malformed);
    }
  }
}
