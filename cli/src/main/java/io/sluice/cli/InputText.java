package io.sluice.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whole texts that a command is to read, up to a bound. */
final class InputText {
  private static final int LONGEST = 64 * 1024 * 1024;

  private InputText() {}

  /** The file of that name, or stdin for {@code -}; bytes that are no UTF-8 become U+FFFD. */
  static String read(String name, Streams streams) throws IOException {
    if (name.equals("-")) {
      return read("stdin", streams.in());
    }
    Path file = InputFiles.path(name);
    InputFiles.check(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(name, in);
    }
  }

  /** The lines that are not blank, without their ends. */
  static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  private static String read(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new UsageException(name + " holds more than 64 MiB; split it");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
