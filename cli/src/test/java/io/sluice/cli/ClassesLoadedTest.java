package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not needed is not loaded: a short-lived process pays for each class. */
class ClassesLoadedTest {
  @TempDir private Path folder;

  @Test
  void withoutAFileOfSettingsNoParserOfThemIsLoaded() throws Exception {
    assertThat(loaded())
        .contains("io.sluice.cli.settings.EffectiveSettings")
        .doesNotContain("org.snakeyaml", "org.jline", "io.sluice.simulator.schema.PromptValues");

    Files.createDirectories(folder.resolve("sluice"));
    Files.writeString(folder.resolve("sluice").resolve("sluice.yaml"), "seed: 7\n");
    assertThat(loaded()).contains("org.snakeyaml");
  }

  private String loaded() throws IOException, InterruptedException {
    Path list = folder.resolve("list");
    var builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Xlog:class+load:file=" + list,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "--offline",
                    "-q",
                    "hello"))
            .directory(folder.toFile())
            .redirectInput(Files.writeString(folder.resolve("in"), "").toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    Process process = builder.start();
    assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return Files.readString(list);
  }
}
