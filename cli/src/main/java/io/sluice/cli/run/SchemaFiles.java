package io.sluice.cli.run;

import io.sluice.chat.Json;
import io.sluice.cli.schema.BrokenSchemaException;
import io.sluice.cli.schema.ResponseFormat;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardStreams;
import io.sluice.settings.ReadableFile;
import io.sluice.settings.SettingValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files with a JSON Schema that the user names, {@code -} for stdin, which is read once in a
 * call. Mutable; for one thread.
 */
public final class SchemaFiles {
  private static final String STDIN = "-";
  private static final int LARGEST = 1024 * 1024;

  private final StandardStreams streams;
  private Optional<Json> piped = Optional.empty();

  /** Reads nothing yet. */
  public SchemaFiles(StandardStreams streams) {
    this.streams = streams;
  }

  /** Whether the schema is read from stdin, which then is nothing else. */
  public static boolean isStdin(SettingValue name) {
    return name.text().equals(STDIN);
  }

  /**
   * The field of a request that asks for an answer by the schema.
   *
   * @throws UsageException in one line, if the file cannot be read or holds no schema
   */
  Json format(SettingValue name) {
    if (!isStdin(name)) {
      return format(name.path());
    }
    if (piped.isEmpty()) {
      piped = Optional.of(format("stdin", streams.in()));
    }
    return piped.get();
  }

  private static Json format(Path file) {
    ReadableFile.check(file);
    try (InputStream in = Files.newInputStream(file)) {
      return format(file.toString(), in);
    } catch (IOException unreadable) {
      throw unreadable(file.toString(), unreadable);
    }
  }

  private static Json format(String subject, InputStream in) {
    try {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new UsageException(subject + " is larger than 1 MiB; a schema is shorter");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return ResponseFormat.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (BrokenSchemaException broken) {
      throw new UsageException(subject + ": " + broken.getMessage(), broken);
    } catch (IOException unreadable) {
      throw unreadable(subject, unreadable);
    }
  }

  private static UsageException unreadable(String subject, IOException cause) {
    return new UsageException(subject + " cannot be read as UTF-8; save it as that", cause);
  }
}
