package io.sluice.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What people read, held in files. {@code -Dsluice.golden=write} writes them anew. */
public final class GoldenFile {
  private static final Path FOLDER = Path.of("src/test/resources/io/sluice/bench");

  private GoldenFile() {}

  public static void compare(String name, String actual) throws IOException {
    Path golden = FOLDER.resolve(name);
    if ("write".equals(System.getProperty("sluice.golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, actual);
    }
    assertThat(actual)
        .as(golden + "; if the change is meant, -Dsluice.golden=write writes it anew")
        .isEqualTo(Files.readString(golden));
  }
}
