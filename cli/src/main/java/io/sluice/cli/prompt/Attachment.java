package io.sluice.cli.prompt;

import io.sluice.chat.ContentPart;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.InputFiles;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardStreams;
import io.sluice.settings.ReadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An image, a document or a sound that goes with a prompt.
 *
 * @param part the part of the message
 * @param description its name, kind and size, such as {@code a.png (image/png, 12 bytes)}
 */
public record Attachment(ContentPart part, String description) {
  private static final String STDIN = "-";
  private static final int MIB = 1024 * 1024;
  private static final int LARGEST = 20 * MIB;
  private static final Pattern URL = Pattern.compile("(?i)https?://.+");
  private static final Pattern DOCUMENT = Pattern.compile("(?i)[^?#]*/([^?#/]+\\.pdf)([?#].*)?");

  /**
   * Reads a file, {@code -} for stdin; a URL is left for the server to read.
   *
   * @throws UsageException in one line, if it cannot be read, is too large or is of another kind
   * @throws io.sluice.settings.SettingsException in one line, if there is no such file
   */
  public static Attachment read(String name, StandardStreams streams) throws IOException {
    if (URL.matcher(name).matches()) {
      var document = DOCUMENT.matcher(name);
      return document.matches()
          ? new Attachment(
              ContentPart.file(document.group(1), name), name + " (a document, by its URL)")
          : new Attachment(ContentPart.image(name), name + " (an image, by its URL)");
    }
    if (name.equals(STDIN)) {
      return of(streams.in().readNBytes(LARGEST + 1), "stdin");
    }
    Path file = InputFiles.path(name);
    ReadableFile.check(file);
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(LARGEST + 1), name);
    }
  }

  private static Attachment of(byte[] bytes, String name) {
    if (bytes.length > LARGEST) {
      throw new UsageException(
          name + " is larger than " + LARGEST / MIB + " MiB; attach a smaller one");
    }
    if (bytes.length == 0) {
      throw new UsageException(name + " is empty; attach another file");
    }
    MediaType type = MediaType.of(bytes).orElseThrow(() -> unknown(name));
    Path last = Path.of(name).getFileName();
    String fileName = last == null ? name : last.toString();
    return new Attachment(
        type.part(bytes, fileName),
        String.format(Locale.ROOT, "%s (%s, %,d bytes)", fileName, type.mime(), bytes.length));
  }

  private static UsageException unknown(String name) {
    return new UsageException(
        name
            + " is of a kind that cannot be attached; known are "
            + MediaType.NAMES
            + ", and "
            + FlagKey.FILE.flag()
            + " for text");
  }
}
