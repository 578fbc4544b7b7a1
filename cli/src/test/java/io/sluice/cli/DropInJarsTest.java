package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.cli.dropin.DropInJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sinks whose jars are no part of the command. */
class DropInJarsTest {
  @TempDir private Path folder;
  private Path own = Path.of("");
  private Sluice sluice = Sluice.command();

  @BeforeEach
  void goHome() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home")).toRealPath();
    own = home.resolve(".local/share/sluice/plugins");
    sluice = Sluice.command().in(home).with("HOME", home.toString());
  }

  @Test
  void aListOfSinksNamesTheJarTheFolderAndTheWayThere() throws IOException {
    assertThat(sluice.run("sinks").out())
        .contains(
            "otel       reports runs to OpenTelemetry as spans and metrics, by OTLP (needs"
                + " sluice-sink-opentelemetry-plugin.jar in "
                + own
                + ": sluice plugins add otel)\n")
        .contains("micrometer keeps figures of runs");
  }

  @Test
  void anAbsentSinkThatIsAskedForIsOneLineAndNothingIsSent() throws IOException {
    Sluice.Ran ran = sluice.run("--offline", "--sink", "otel:content=span", "hello");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err())
        .isEqualTo(
            "sluice: sink 'otel' needs sluice-sink-opentelemetry-plugin.jar in "
                + own
                + "; put it there: sluice plugins add otel\n");
    assertThat(sluice.run("sinks", "otel").err()).isEqualTo(ran.err());
  }

  @Test
  void aRunThatIsFollowedNeedsTheJarToo() throws IOException {
    Sluice.Ran ran = sluice.run("replay", "kafka:servers=127.0.0.1:9,run=r-1");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err())
        .isEqualTo(
            "sluice: run source 'kafka' needs sluice-kafka-plugin.jar in "
                + own
                + "; put it there: sluice plugins add kafka\n");
    assertThat(sluice.run("replay", "kafka:servers=127.0.0.1:9,run=r-1", "--speed", "2").err())
        .isEqualTo("sluice: --speed is for files; a run of kafka is shown as it comes\n");
  }

  @Test
  void itsJarIsAddedByTheNameOfTheSink() throws IOException {
    String version = Version.current();
    String file = "sluice-sink-opentelemetry-plugin-" + version + ".jar";
    Path kept =
        folder.resolve("home/.m2/repository/io/sluice/sluice-sink-opentelemetry-plugin/" + version);
    PluginJar.at(Files.createDirectories(kept).resolve(file), "RingPlugin")
        .naming("RingPlugin")
        .pack();

    assertThat(sluice.run("plugins", "add", "otel").err()).isEqualTo("added sink ring\n");

    assertThat(own.resolve(file)).exists();
  }

  @Test
  void aJarThatIsNowhereIsOneLine() throws IOException {
    assertThat(sluice.run("plugins", "add", "otel").err())
        .startsWith("sluice: io.sluice:sluice-sink-opentelemetry-plugin:")
        .hasLineCount(1);
  }

  @Test
  void eachOfThemIsAModuleOfTheBuild() {
    List<Path> poms =
        DropInJar.all().stream().map(jar -> Path.of("..", jar.module(), "pom.xml")).toList();

    assertThat(poms).allSatisfy(pom -> assertThat(pom).exists());
    assertThat(DropInJar.all())
        .allSatisfy(
            jar ->
                assertThat(Path.of("..", jar.module(), "pom.xml"))
                    .content()
                    .contains("<artifactId>" + jar.artifact() + "</artifactId>"));
  }
}
