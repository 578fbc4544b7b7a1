package io.sluice.cli.run;

import io.sluice.chat.Json;
import io.sluice.cli.schema.BrokenSchemaException;
import io.sluice.cli.schema.ResponseFormat;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.ReadableFile;
import io.sluice.settings.SettingValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a JSON Schema that the user names. */
final class SchemaFile {
  private static final int LARGEST = 1024 * 1024;

  private SchemaFile() {}

  /**
   * The field of a request that asks for an answer by the schema.
   *
   * @throws UsageException in one line, if the file cannot be read or holds no schema
   */
  static Json format(SettingValue name) {
    Path file = name.path();
    ReadableFile.check(file);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new UsageException(file + " is larger than 1 MiB; a schema is shorter");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return ResponseFormat.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (BrokenSchemaException broken) {
      throw new UsageException(file + ": " + broken.getMessage(), broken);
    } catch (IOException unreadable) {
      throw new UsageException(file + " cannot be read as UTF-8; save it as that", unreadable);
    }
  }
}
