package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractTest {
  private static final String ANSWER = "So:\n```python\nprint(1)\n```\nand\n~~~sh\nls\n~~~\n";

  @TempDir Path folder;
  private Path record;

  @BeforeEach
  void record() throws IOException {
    record = recorded(ANSWER);
  }

  @ParameterizedTest
  @CsvSource({
    "-x, print(1)",
    "--extract, print(1)",
    "-qx, print(1)",
    "-x=first, print(1)",
    "--extract=last, ls",
    "-xlast, ls",
    "--extract=2, ls",
    "--extract=SH, ls"
  })
  void oneCodeBlockIsStdout(String flag, String code) {
    assertThat(Sluice.command().run("replay", flag, record.toString()))
        .isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, code + "\n", ""));
  }

  @Test
  void theWordBehindTheFlagBelongsToThePrompt() {
    Sluice.Ran ran = Sluice.command().run("ask", "--offline", "-q", "-x", "Say hello.");

    assertThat(ran).isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, "hello\n", ""));
  }

  @Test
  void theVariableNamesTheBlockToo() {
    assertThat(Sluice.command().with("SLUICE_EXTRACT", "sh").run("replay", record.toString()).out())
        .isEqualTo("ls\n");
  }

  @Test
  void withoutTheBlockTheWholeAnswerIsPrintedAndThatIsSaid() {
    assertThat(Sluice.command().run("replay", "-x=go", record.toString()))
        .isEqualTo(
            new Sluice.Ran(
                ExitCode.COMPLETED,
                ANSWER,
                "the answer has no code block in go, so all of it is printed\n"));
  }

  @Test
  void strictHasAnExitCodeForAnAnswerWithoutTheBlock() {
    assertThat(Sluice.command().run("replay", "-x=3", "--strict", record.toString()))
        .isEqualTo(
            new Sluice.Ran(
                ExitCode.CUT, ANSWER, "the answer has no code block 3, so all of it is printed\n"));
    assertThat(Sluice.command().run("replay", "-x=2", "--strict", record.toString()).code())
        .isEqualTo(ExitCode.COMPLETED);
  }

  @ParameterizedTest
  @CsvSource({"--json", "--events"})
  void whatPrintsNoTextPrintsNoCodeBlock(String output) {
    assertThat(Sluice.command().run("replay", "-x", output, record.toString()).err())
        .isEqualTo(
            "sluice: --extract prints a part of the text and "
                + output
                + " none of it; leave one of them\n");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "''"})
  void whatNamesNoBlockIsRefused(String which) {
    Sluice.Ran ran = Sluice.command().run("replay", "--extract=" + which, record.toString());

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err())
        .isEqualTo(
            "sluice: --extract: '"
                + which
                + "' names no code block; use first, last, a number from 1, or a language\n");
  }

  @Test
  void aFileCanHoldTheBlockWhileTheScreenShowsTheAnswer() throws IOException {
    Path file = folder.resolve("a.md");

    assertThat(
            Sluice.command()
                .run("replay", "--sink", "file:path=" + file + ",extract=last", record.toString())
                .out())
        .isEqualTo(ANSWER);
    assertThat(file).content().isEqualTo("ls\n");
  }

  private Path recorded(String text) throws IOException {
    String content = JsonWriter.json(text).text();
    String choice =
        "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":"
            + content
            + "},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    return Files.writeString(folder.resolve("answer.sse"), choice);
  }
}
