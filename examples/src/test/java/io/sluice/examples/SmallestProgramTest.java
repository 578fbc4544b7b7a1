package io.sluice.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the smallest program as its reader would: a process of its own, told by its environment. */
final class SmallestProgramTest {

  @TempDir private Path folder;

  @Test
  void aProcessPrintsTheAnswerAndKeepsItsTranscript() throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    try (Server server = Server.recorded()) {
      Process process = start(server.url(), out, err);
      try {
        assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
      } finally {
        process.destroyForcibly();
      }
      assertThat(err).hasContent("15 chunks");
      assertThat(process.exitValue()).isZero();
    }
    assertThat(out).hasContent("A fox naps. Pi is 3.14! Why not?");
    assertThat(Files.readAllLines(folder.resolve("answer.jsonl"), UTF_8))
        .hasSize(17)
        .last()
        .asString()
        .contains("\"completed\"");
  }

  private Process start(String url, Path out, Path err) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            SmallestProgram.class.getName());
    builder.environment().clear();
    builder.environment().put("OPENAI_BASE_URL", url);
    return builder
        .directory(folder.toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }
}
