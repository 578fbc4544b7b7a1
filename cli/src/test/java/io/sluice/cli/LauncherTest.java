package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a JDK and a build that only tell what they were asked. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final List<String> JVM_FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Xshare:auto",
          "-Xlog:disable",
          "-XX:+DisplayVMOutputToStderr");

  @TempDir private Path folder;
  private LauncherHome home;

  @BeforeEach
  void make() throws IOException {
    home = LauncherHome.in(folder);
  }

  @Test
  void theFirstUseBuildsAndStdoutIsTheProgramsAlone() throws Exception {
    LauncherHome.Ran ran = home.run(Map.of(), "Write a haiku", "--json");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).endsWith("sluice.jar\nWrite a haiku\n--json\n").doesNotContain("noise");
    assertThat(ran.err().lines())
        .satisfiesExactly(
            begin -> assertThat(begin).startsWith("sluice: building the command"),
            end -> assertThat(end).matches("sluice: built the command in \\d+ s"));
    assertThat(home.run(Map.of(), "again").err()).isEmpty();
    assertThat(home.builds()).isEqualTo(1);
  }

  @Test
  void itFindsItsHomeThroughLinksFromAnyFolder() throws Exception {
    Path near = Files.createSymbolicLink(home.path("near"), Path.of("sluice"));
    Path far = Files.createSymbolicLink(folder.resolve("far"), near);

    assertThat(home.run(far, Map.of(), "hello").out())
        .contains(
            "-jar\n"
                + home.path("").toRealPath().resolve("cli/target/quick/sluice.jar")
                + "\nhello\n");
  }

  @Test
  void theUsersOptionsReachTheJvmLast() throws Exception {
    assertThat(home.run(Map.of("SLUICE_JAVA_OPTS", "-Xmx1g -Da=*"), "hello").out())
        .contains("-XX:+UseSerialGC\n", "/sluice-17.0.1.jsa\n", "\n-Xmx1g\n-Da=*\n-jar\n");
  }

  @Test
  void aJdkThatIsMissingOrTooOldGetsOneLine() throws Exception {
    home.release("11.0.2");
    LauncherHome.Ran old = home.run(Map.of(), "hello");
    LauncherHome.Ran none = home.run(Map.of("JAVA_HOME", "/nowhere"), "hello");

    assertThat(old.code()).isEqualTo(2);
    assertThat(old.out()).isEmpty();
    assertThat(old.err())
        .isEqualTo(
            "sluice: "
                + home.jdk()
                + "/bin/java is Java 11.0.2; Sluice needs 17 or later: point JAVA_HOME to one\n");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).hasLineCount(1).contains("JAVA_HOME is '/nowhere'");
  }

  /** As both launchers start the JVM, but for what only one of them can know. */
  @Test
  void bothLaunchersGiveTheJvmTheSameFlags() throws Exception {
    for (String launcher : List.of("sluice", "sluice.cmd")) {
      String text = Files.readString(Path.of("..", launcher));
      String start = text.substring(text.lastIndexOf("-XX:TieredStopAtLevel"));
      List<String> flags =
          Pattern.compile("(?<!\\S)-X\\S+")
              .matcher(start)
              .results()
              .map(MatchResult::group)
              .toList();

      assertThat(flags).as(launcher).isEqualTo(JVM_FLAGS);
    }
  }
}
