package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher builds the command: once, by one of several, and anew when it has to. */
@DisabledOnOs(OS.WINDOWS)
@Tag("thorough")
class LauncherBuildTest {
  @TempDir private Path folder;
  private LauncherHome home;

  @BeforeEach
  void make() throws IOException {
    home = LauncherHome.in(folder);
  }

  @Test
  void aBuildThatFailsShowsWhy() throws Exception {
    home.maven("#!/bin/sh\necho it broke\nexit 1\n");

    LauncherHome.Ran ran = home.run(Map.of(), "hello");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("it broke\n", "sluice: the build failed");
    assertThat(home.path("cli/target/quick.lock")).doesNotExist();
  }

  @Test
  void oneBuildsAndTheOthersWaitForIt() throws Exception {
    home.closeGate();
    Process first = home.start("first", Map.of(), "hello");
    LauncherHome.until(() -> Files.exists(home.path("builds")));
    Process second = home.start("second", Map.of(), "hello");
    Process quiet = home.start("quiet", Map.of(), "-q", "hello");
    LauncherHome.until(() -> Files.readString(home.err("second")).contains("waiting"));
    home.openGate();

    assertThat(home.ended(first, "first").code()).isZero();
    LauncherHome.Ran waited = home.ended(second, "second");
    assertThat(waited.code()).isZero();
    assertThat(waited.out()).endsWith("hello\n");
    assertThat(waited.err()).isEqualTo("sluice: waiting for another sluice that builds\n");
    assertThat(home.ended(quiet, "quiet").err()).isEmpty();
    assertThat(home.builds()).isEqualTo(1);
  }

  @Test
  void whoWaitsFailsWithTheBuild() throws Exception {
    home.maven(LauncherHome.MAVEN.replace("mkdir -p", "echo it broke; exit 1; mkdir -p"));
    home.closeGate();
    Process first = home.start("first", Map.of(), "hello");
    LauncherHome.until(() -> Files.exists(home.path("builds")));
    Process second = home.start("second", Map.of(), "hello");
    LauncherHome.until(() -> Files.readString(home.err("second")).contains("waiting"));
    home.openGate();

    assertThat(home.ended(first, "first").code()).isEqualTo(2);
    LauncherHome.Ran waited = home.ended(second, "second");
    assertThat(waited.code()).isEqualTo(2);
    assertThat(waited.err()).contains("it broke\n", "sluice: the build failed");
    assertThat(home.builds()).isEqualTo(1);
  }

  @Test
  void theLockOfABuilderThatWasKilledIsTakenOver() throws Exception {
    Path quick = Files.createDirectories(home.path("cli/target/quick"));
    Files.writeString(quick.resolve("sluice.jar"), "half a jar");
    Path lock = Files.createDirectories(home.path("cli/target/quick.lock"));
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.writeString(lock.resolve("owners"), gone.pid() + "\n");

    LauncherHome.Ran ran = home.run(Map.of(), "hello");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).doesNotContain("waiting");
    assertThat(home.builds()).isEqualTo(1);
    assertThat(lock).doesNotExist();
  }

  @Test
  void aBuilderThatIsTerminatedLeavesNothingBehind() throws Exception {
    home.closeGate();
    Process first = home.start("first", Map.of(), "hello");
    LauncherHome.until(() -> Files.exists(home.path("builds")));
    first.destroy();

    assertThat(home.ended(first, "first").code()).isEqualTo(143);
    assertThat(home.path("cli/target/quick.lock")).doesNotExist();
    Files.delete(home.path("gate"));
    assertThat(home.run(Map.of(), "hello").code()).isZero();
  }

  @Test
  void whatItBuiltItBuildsAnewWhenASourceOrAPomIsNewer() throws Exception {
    Path source = Files.createDirectories(home.path("core/src/main/java")).resolve("A.java");
    Files.writeString(source, "");
    home.run(Map.of(), "hello");
    assertThat(home.run(Map.of(), "hello").err()).isEmpty();

    LauncherHome.later(source);
    LauncherHome.Ran ran = home.run(Map.of(), "hello");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("sluice: building the command");
    assertThat(home.builds()).isEqualTo(2);

    Files.writeString(home.path("core/pom.xml"), "");
    LauncherHome.later(home.path("core/pom.xml"));
    assertThat(home.run(Map.of(), "-q", "hello").err()).isEmpty();
    assertThat(home.builds()).isEqualTo(3);
    // Their times are ahead of the clock, and yet once was enough.
    home.run(Map.of(), "hello");
    assertThat(home.builds()).isEqualTo(3);
  }

  @Test
  void testsAndExamplesAreNoneOfItsSources() throws Exception {
    home.run(Map.of(), "hello");
    for (String folder :
        List.of(
            "core/src/test",
            "examples/src/main",
            "testing/recorded/src/main",
            "testing/testkit/src/main")) {
      Files.createDirectories(home.path(folder));
      LauncherHome.later(Files.writeString(home.path(folder).resolve("A.java"), ""));
    }

    assertThat(home.run(Map.of(), "hello").err()).isEmpty();
    assertThat(home.builds()).isEqualTo(1);
  }

  @Test
  void whatMavenBuiltIsNotBuiltAnewButTheCommandForItIsTold() throws Exception {
    Path target = Files.createDirectories(home.path("cli/target"));
    Files.writeString(target.resolve("sluice.jar"), "");
    Files.writeString(target.resolve("sluice-17.0.1.jsa"), "");
    LauncherHome.later(target.resolve("sluice-17.0.1.jsa"));
    Path source = Files.createDirectories(home.path("core/src/main/java")).resolve("A.java");
    LauncherHome.later(Files.writeString(source, ""));

    LauncherHome.Ran ran = home.run(Map.of(), "hello");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("/cli/target/sluice.jar\n");
    assertThat(ran.err())
        .hasLineCount(1)
        .startsWith("sluice: the sources are newer than ")
        .contains("./mvnw -q package -Pquick -pl cli -am");
    assertThat(home.run(Map.of(), "-q", "hello").err()).isEmpty();
    assertThat(home.run(Map.of("SLUICE_QUIET", "true"), "x").err()).isEmpty();
    assertThat(home.path("builds")).doesNotExist();
  }
}
