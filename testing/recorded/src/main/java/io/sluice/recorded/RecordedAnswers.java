package io.sluice.recorded;

import io.sluice.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recorded answers that stay outside the project: a folder with a {@code manifest.jsonl}, of which
 * each line names a file, its {@code kind} and what is expected of it. The system property {@code
 * sluice.shared} says where; without it there are none.
 */
public final class RecordedAnswers {

  private static final String PROPERTY = "sluice.shared";

  private RecordedAnswers() {}

  /** Whether there are any in that folder. */
  public static boolean exist(String folder) {
    return manifest(folder).isPresent();
  }

  /** The rows of the manifest in that folder whose {@code kind} is this one, by their file. */
  public static Map<String, JsonObject> rows(String folder, String kind) {
    Map<String, JsonObject> rows = new LinkedHashMap<>();
    manifest(folder)
        .ifPresent(
            manifest ->
                lines(manifest).stream()
                    .map(JsonObject::read)
                    .filter(row -> row.string("kind").orElse("").equals(kind))
                    .forEach(row -> rows.put(row.string("file").orElseThrow(), row)));
    return rows;
  }

  /** The bytes of a file of that folder. */
  public static byte[] bytes(String folder, String file) {
    try {
      return Files.readAllBytes(root().resolve(folder).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> manifest(String folder) {
    return Optional.of(root().resolve(folder).resolve("manifest.jsonl"))
        .filter(Files::isRegularFile);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    return Path.of(System.getProperty(PROPERTY, "no-recorded-answers"));
  }
}
