package io.sluice.cli.replay;

import io.sluice.cli.run.Sinks;
import io.sluice.wire.Dialect;
import io.sluice.wire.OpenAiDialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Finds the dialect of a recorded answer that does not name it. The usual dialect is recognised
 * without loading plugins, and assumed where no dialect recognises the answer.
 */
final class RecordDialect {
  private static final int LOOKED_AT = 16 * 1024;
  private static final Pattern OPEN = Pattern.compile("\\s*\\{[^\n]*\"type\"\\s*:\\s*\"open\"");

  private RecordDialect() {}

  static Dialect of(Path file, Sinks plugins) {
    String start = start(file);
    Dialect usual = new OpenAiDialect();
    boolean transcript = OPEN.matcher(start).lookingAt(); // It says so itself.
    return transcript || usual.recognises(start) ? usual : plugins.recognised(start).orElse(usual);
  }

  /** Empty for a file that cannot be read: playing it will say so. */
  private static String start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }
}
