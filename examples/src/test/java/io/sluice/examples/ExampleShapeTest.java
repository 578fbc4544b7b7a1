package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the examples short, and each one's first two lines for what it shows. */
final class ExampleShapeTest {

  private static final Path FOLDER = Path.of("src/main/java/io/sluice/examples");

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> !file.endsWith("package-info.java")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void opensWithTwoLinesAndStaysUnderSixty(Path example) throws IOException {
    List<String> lines = Files.readAllLines(example);
    assertThat(lines).hasSizeLessThan(60);
    assertThat(lines.subList(0, 2)).allMatch(line -> line.matches("// \\S.+\\S[.]?"));
    assertThat(lines.get(2)).startsWith("package ");
    assertThat(lines).contains("  public static void main(String[] args) {");
  }
}
