package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What people read, held in files. {@code -Dsluice.golden=write} writes them anew. */
public final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "io", "sluice", "cli");

  private Golden() {}

  public static void compare(String file, String actual) throws IOException {
    compare(FOLDER.resolve(file), actual);
  }

  public static void compare(Path golden, String actual) throws IOException {
    if ("write".equals(System.getProperty("sluice.golden"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, actual);
    }
    assertThat(actual)
        .as(golden + "; if the change is meant, -Dsluice.golden=write writes it anew")
        .isEqualTo(Files.readString(golden));
  }
}
