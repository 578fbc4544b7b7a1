package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a JDK and a build that only tell what they were asked. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String JAVA = "#!/bin/sh\nfor word; do echo \"$word\"; done\n";

  @TempDir private Path folder;
  private Path home = Path.of("");
  private Path jdk = Path.of("");

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectories(folder.resolve("a home"));
    jdk = folder.resolve("jdk");
    Files.createDirectories(jdk.resolve("bin"));
    script(home.resolve("sluice"), Files.readString(Path.of("..", "sluice")));
    script(
        home.resolve("mvnw"),
        """
        #!/bin/sh
        echo noise
        mkdir -p "${0%/mvnw}/cli/target" && cd "${0%/mvnw}/cli/target"
        touch -t 202001010000 sluice.jar
        touch sluice-17.0.1.jsa
        """);
    script(jdk.resolve("bin/java"), JAVA);
    script(jdk.resolve("bin/javac"), JAVA);
    release("17.0.1");
  }

  @Test
  void theFirstUseBuildsAndStdoutIsTheProgramsAlone() throws Exception {
    Ran ran = run(home.resolve("sluice"), Map.of(), "Write a haiku", "--json");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).endsWith("sluice.jar\nWrite a haiku\n--json\n").doesNotContain("noise");
    assertThat(ran.err()).hasLineCount(1).startsWith("sluice: building the command");
    assertThat(run(home.resolve("sluice"), Map.of(), "again").err()).isEmpty();
  }

  @Test
  void itFindsItsHomeThroughLinksFromAnyFolder() throws Exception {
    Path near = Files.createSymbolicLink(home.resolve("near"), Path.of("sluice"));
    Path far = Files.createSymbolicLink(folder.resolve("far"), near);

    assertThat(run(far, Map.of(), "hello").out())
        .contains("-jar\n" + home.toRealPath().resolve("cli/target/sluice.jar") + "\nhello\n");
  }

  @Test
  void theUsersOptionsReachTheJvmLast() throws Exception {
    assertThat(
            run(home.resolve("sluice"), Map.of("SLUICE_JAVA_OPTS", "-Xmx1g -Da=*"), "hello").out())
        .contains("-XX:+UseSerialGC\n", "/sluice-17.0.1.jsa\n", "\n-Xmx1g\n-Da=*\n-jar\n");
  }

  @Test
  void aJdkThatIsMissingOrTooOldGetsOneLine() throws Exception {
    release("11.0.2");
    Ran old = run(home.resolve("sluice"), Map.of(), "hello");
    Ran none = run(home.resolve("sluice"), Map.of("JAVA_HOME", "/nowhere"), "hello");

    assertThat(old.code()).isEqualTo(2);
    assertThat(old.out()).isEmpty();
    assertThat(old.err())
        .isEqualTo(
            "sluice: "
                + jdk
                + "/bin/java is Java 11.0.2; Sluice needs 17 or later: point JAVA_HOME to one\n");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).hasLineCount(1).contains("JAVA_HOME is '/nowhere'");
  }

  @Test
  void aBuildThatFailsShowsWhy() throws Exception {
    script(home.resolve("mvnw"), "#!/bin/sh\necho it broke\nexit 1\n");

    Ran ran = run(home.resolve("sluice"), Map.of(), "hello");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("it broke\n", "sluice: the build failed");
  }

  private void release(String version) throws IOException {
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Ran run(Path launcher, Map<String, String> variables, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    File out = folder.resolve("out").toFile();
    File err = folder.resolve("err").toFile();
    var builder =
        new ProcessBuilder(command)
            .directory(Files.createDirectories(folder.resolve("elsewhere")).toFile())
            .redirectOutput(out)
            .redirectError(err);
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().remove("SLUICE_JAVA_OPTS");
    builder.environment().putAll(variables);
    Process process = builder.start();
    assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
    return new Ran(
        process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
  }

  private record Ran(int code, String out, String err) {}
}
