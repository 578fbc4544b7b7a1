package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.cli.terminal.Terminals;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code blocks of answers that were kept. */
class LogExtractTest {
  private static final String ANSWER = "So:\n```python\nprint(1)\n```\nand\n~~~sh\nls\n~~~\n";

  @TempDir private Path folder;
  private UserHome home = new UserHome(Path.of(""));

  @BeforeEach
  void moveIn() {
    home = new UserHome(folder);
    home.keep("m", "1", ANSWER);
  }

  @ParameterizedTest
  @CsvSource({"-x, print(1)", "--extract=last, ls", "-x2, ls", "--extract=SH, ls"})
  void oneCodeBlockIsStdout(String flag, String code) {
    assertThat(log(flag, "last")).isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, code + "\n", ""));
    assertThat(log(flag)).isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, code + "\n", ""));
  }

  @Test
  void ofAConversationTheLastAnswerCounts() {
    home.keep("m", "2", "```\nfirst\n```\n", "--conversation", "trip");
    home.keep("m", "3", "```\nsecond\n```\n", "--conversation", "trip");

    assertThat(log("-x", "trip").out()).isEqualTo("second\n");
    assertThat(log("-x", "trip", "last").out()).isEqualTo("second\nsecond\n");
  }

  @Test
  void anAnswerWithoutTheBlockIsAnError() {
    Sluice.Ran ran = log("-x=go", "last");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .hasLineCount(1)
        .matches(
            "sluice: the answer of run '\\S+' has no code block in go; show all of it instead\n");
  }

  @Test
  void aWordThatNamesNoBlockIsRefusedAsAskRefusesIt() {
    assertThat(log("-x=0", "last").err())
        .isEqualTo(Sluice.command().run("--offline", "-x=0", "hi").err())
        .contains("names no code block");
  }

  @Test
  void codeIsNeitherJsonNorListed() {
    assertThat(home.script().run("log", "show", "-x", "--json", "last"))
        .isEqualTo(
            new Sluice.Ran(
                ExitCode.NOTHING_SENT, "", "sluice: --json and --extract exclude each other\n"));
    assertThat(home.script().run("log", "list", "-x"))
        .isEqualTo(
            new Sluice.Ran(
                ExitCode.NOTHING_SENT,
                "",
                "sluice: log list does not take --extract; leave it out\n"));
  }

  @Test
  void aTerminalGetsNoControlCharactersAndAPipeGetsAll() {
    home.keep("m", "2", "```\na\u001b[31mb\n```\n");

    assertThat(log("-x").out()).isEqualTo("a\u001b[31mb\n");
    assertThat(
            home.script()
                .on(new Terminals(false, true, true))
                .run("log", "show", "-x", "--no-pager")
                .out())
        .doesNotContain("\u001b")
        .contains("[31mb");
  }

  private Sluice.Ran log(String flag, String... ids) {
    String[] words = new String[ids.length + 3];
    words[0] = "log";
    words[1] = "show";
    words[2] = flag;
    System.arraycopy(ids, 0, words, 3, ids.length);
    return home.script().run(words);
  }
}
