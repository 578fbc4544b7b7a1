package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher and the command on a JVM: what becomes of the standard streams. */
@DisabledOnOs(OS.WINDOWS)
@Tag("thorough")
class LauncherProcessTest {
  private static final String STORY = "Tell me a long story about a lighthouse.";

  @TempDir private Path folder;
  private LauncherHome home;

  @BeforeEach
  void make() throws IOException {
    home = LauncherHome.ofCommand(folder);
  }

  /** A JVM opens its own files on the first free descriptor; none of them is stdin or stdout. */
  @ParameterizedTest
  @CsvSource({
    "tokens, <&-, 0, 0",
    "tokens, '<&- 2>&-', 0, 0",
    "chat --offline -q, <&-, 0, ''",
    "--offline -q --seed 3 'Say hello.', <&-, 0, hello",
    "--offline -q --seed 3 'Say hello.', 2>&-, 0, hello",
    "--offline -q --seed 3 'Say hello.', '<&- 2>&-', 0, hello",
    "--offline -q --seed 3 'Say hello.', >&-, 141, ''",
    "--offline -q --seed 3 'Say hello.', '<&- >&-', 141, ''",
    "--offline -q --seed 3 'Say hello.', '<&- >&- 2>&-', 141, ''",
    "-q, <&-, 2, ''"
  })
  void aClosedStreamIsEmptyAndIsNotWrittenTo(String words, String closed, int code, String out)
      throws Exception {
    LauncherHome.Ran ran = shell(words + " " + closed);

    assertThat(ran.out().strip()).isEqualTo(out);
    assertThat(ran.code()).as(ran.err()).isEqualTo(code);
    assertThat(ran.err()).doesNotContain("Exception");
  }

  @Test
  void theJvmsOwnWordsAreOnStderrAlone() throws Exception {
    Process process = home.start("story", Map.of(), "--offline", "-q", "--seed", "3", STORY);
    Path out = folder.resolve("story.out");
    LauncherHome.until(() -> Files.size(out) > 0);
    assertThat(new ProcessBuilder("kill", "-QUIT", "" + process.pid()).start().waitFor()).isZero();

    LauncherHome.Ran ran = home.ended(process, "story");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("Full thread dump");
    assertThat(ran.out())
        .isEqualTo(home.run(Map.of(), "--offline", "-q", "--seed", "3", STORY).out());
  }

  @ParameterizedTest
  @CsvSource({"-XX:+NoSuchOption", "-Xmx1x", "-XX:+PrintCommandLineFlags"})
  void whatTheJvmSaysOfItsOptionsIsNotInTheAnswer(String option) throws Exception {
    Map<String, String> variables = Map.of("SLUICE_JAVA_OPTS", option);
    LauncherHome.Ran ran = home.run(variables, "--offline", "-q", "--seed", "3", "Say hello.");

    assertThat(ran.out()).isIn("", "hello\n");
    assertThat(ran.err()).isNotEmpty();
  }

  private LauncherHome.Ran shell(String words) throws Exception {
    return home.run(Path.of("sh"), Map.of(), "-c", "'" + home.path("sluice") + "' " + words);
  }
}
