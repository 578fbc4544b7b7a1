package io.sluice.sink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Where a secret is: {@code env:NAME} or {@code @FILE}. No message contains what else is given. */
final class SecretSource {

  static final String VARIABLE = "env:";
  static final String FILE = "@";
  private static final int LONGEST = 1 << 16;

  private SecretSource() {}

  /** Whether the text says where a secret is; it may be the secret itself if not. */
  static boolean isNamedBy(String text) {
    return (text.startsWith(VARIABLE) && text.length() > VARIABLE.length())
        || (text.startsWith(FILE) && text.length() > FILE.length());
  }

  /** Reads the secret of an option; throws an exception with a one-line message if it cannot. */
  static Secret read(String option, String text, Map<String, String> environment) {
    if (text.startsWith(VARIABLE)) {
      String name = text.substring(VARIABLE.length());
      String value = environment.getOrDefault(name, "");
      if (value.isBlank()) {
        throw new IllegalArgumentException(
            "option '" + option + "': the variable " + name + " is not set; set it to the secret");
      }
      return Secret.of(value);
    }
    String name = text.substring(FILE.length());
    String value = content(option, name);
    if (value.isBlank()) {
      throw wrongFile(option, name, "is empty; write the secret into it");
    }
    return Secret.of(value);
  }

  private static String content(String option, String name) {
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw wrongFile(option, name, "is larger than 64 KiB; name the file of the secret alone");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException unreadable) {
      throw wrongFile(option, name, "cannot be read; check its name and permissions");
    }
  }

  private static IllegalArgumentException wrongFile(String option, String name, String what) {
    return new IllegalArgumentException("option '" + option + "': the file " + name + " " + what);
  }
}
