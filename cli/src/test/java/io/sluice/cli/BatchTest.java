package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sluice.cli.Sluice.Ran;
import io.sluice.cli.command.ExitCode;
import io.sluice.json.JsonObject;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
  private static final String KEY = "sk-batch-secret-0123456789abcdef";
  private static final Path GOLDEN = Path.of("src/test/resources/io/sluice/cli/batch.txt");

  @TempDir private Path folder;

  @Test
  void eachRowHasALineWithItsAnswerAndOurFigures() throws IOException {
    write("in.jsonl", "{\"id\":\"a\",\"text\":\"Hello\"}\n{\"id\":\"b\",\"text\":\"Bye\"}\n");

    Ran ran = offline("in.jsonl", "--prompt", "Say {text}.", "--order", "input");

    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.out()).isEmpty();
    JsonObject first = JsonObject.read(Files.readAllLines(path("out.jsonl")).get(0));
    assertThat(first.members().keySet())
        .containsExactly("id", "custom_id", "response", "error", "sluice");
    assertThat(first.string("custom_id")).hasValue("a");
    assertThat(first.object("response").orElseThrow().wholeNumber("status_code")).hasValue(200);
    JsonObject ours = first.object("sluice").orElseThrow();
    assertThat(ours.string("status")).hasValue("completed");
    assertThat(ours.wholeNumber("row")).hasValue(1);
    assertThat(ours.wholeNumber("attempts")).hasValue(1);
    assertThat(ours.string("fingerprint").orElseThrow()).hasSize(64);
    assertThat(ours.object("tokens")).isPresent();
  }

  @Test
  void theSameCommandHasNothingLeftToDo() throws IOException {
    write("in.txt", "One\nTwo\n");
    offline("in.txt");
    byte[] before = Files.readAllBytes(path("out.jsonl"));

    Ran again = offline("in.txt");

    assertThat(again.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(again.err()).contains("went on: 2 rows had a result");
    assertThat(path("out.jsonl")).hasBinaryContent(before);
  }

  @Test
  void aDryRunSendsNothingAndMakesNoFile() throws IOException {
    write("in.txt", "One\nTwo\n");

    Ran ran = run("batch", path("in.txt").toString(), "--offline", "--dry-run", "--tpm", "10");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.err()).contains("2 rows · ").contains(" prompt tokens (");
    assertThat(names()).containsExactly("in.txt");
  }

  @Test
  void theExitCodeIsThatOfTheFirstRowThatFailed() throws IOException {
    write("in.txt", "One\nTwo\n");
    try (var simulator = Simulator.builder().fault(Fault.parse("status=400")).start()) {
      Ran ran = asking(simulator, "in.txt");
      assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
      assertThat(ran.err()).contains("2 failed");

      assertThat(asking(simulator, "in.txt", "--max-failed", "100%").code())
          .isEqualTo(ExitCode.COMPLETED);
    }
  }

  @Test
  void aWrongKeyStopsTheBatchWhichGoesOnWithAnother() throws IOException {
    write("in.txt", "One\nTwo\n");
    try (var simulator = Simulator.builder().fault(Fault.parse("status=401")).start()) {
      Ran ran = asking(simulator, "in.txt");

      assertThat(ran.code()).isEqualTo(ExitCode.NOT_AUTHORISED);
      assertThat(names()).contains("out.jsonl.partial", "out.jsonl.state");
    }
  }

  @Test
  void limitsThatTheServerStatesAreKept() throws IOException {
    write("in.txt", "a\n".repeat(25));
    try (var simulator = Simulator.builder().fault(Fault.parse("rpm=1200")).start()) {
      Ran ran = asking(simulator, "in.txt", "--max-tokens", "1");

      assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.COMPLETED);
      assertThat(ran.err()).contains("limits of a minute: 1,200 requests");
      assertThat(ran.err()).doesNotContain("refused for limits");
    }
  }

  @Test
  void noFileHoldsTheKeyAndNoLineAnEscape() throws IOException {
    write("in.txt", "One\nTwo\n");
    try (var simulator = Simulator.start()) {
      Ran ran = asking(simulator, "in.txt", "--max-rows", "1");

      assertThat(ran.err()).doesNotContain("\033").doesNotContain(KEY);
      assertThat(names()).contains("out.jsonl.partial", "out.jsonl.state");
      for (String name : names()) {
        assertThat(Files.readString(path(name))).as(name).doesNotContain(KEY);
      }
    }
  }

  @Test
  void answersComeAsTextsTablesAndErrorsApart() throws IOException {
    write("in.csv", "id,prompt\na/b,Hello\nc,\n");

    Ran ran =
        offline(
            "in.csv",
            "--text-dir",
            path("texts").toString(),
            "--output-format",
            "csv",
            "--fields",
            "custom_id,finish_reason",
            "--order",
            "input");

    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.COMPLETED);
    assertThat(Files.readString(path("out.jsonl")))
        .isEqualTo("custom_id,finish_reason\r\na/b,stop\r\nc,stop\r\n");
    assertThat(path("texts").resolve("a%2Fb.txt")).isNotEmptyFile();
  }

  @Test
  void whatIsWrongIsSaidInOneLine() throws IOException {
    List<String> said = new ArrayList<>();
    write("twice.jsonl", "{\"id\":\"a\",\"prompt\":\"x\"}\n\n{\"id\":\"a\",\"prompt\":\"y\"}\n");
    said.add(complaint(offline("twice.jsonl")));
    write("bad.jsonl", "{\"id\":\"a\"}\n");
    said.add(complaint(offline("bad.jsonl")));
    write("in.txt", "One\nTwo\n");
    said.add(complaint(run("batch", path("in.txt").toString(), "--offline")));
    said.add(complaint(run("batch")));
    said.add(complaint(offline("in.txt", "--order", "random")));
    said.add(complaint(offline("in.txt", "--retry-failed=tired")));
    said.add(complaint(offline("in.txt", "--concurrency", "0")));
    said.add(complaint(offline("in.txt", "--metrics", "everywhere")));
    said.add(complaint(offline("in.txt", "--metrics", "127.0.0.1:0")));
    offline("in.txt");
    write("in.txt", "One\nThree\n");
    said.add(complaint(offline("in.txt")));
    write("in.txt", "One\nTwo\nThree\n");
    said.add(offline("in.txt").code().toString());
    write("out.jsonl", "my diary\n");
    said.add(complaint(offline("in.txt")));

    Golden.compare(GOLDEN, String.join("\n", said).replace(folder.toString(), "FOLDER") + "\n");
  }

  @Test
  void anInputThatIsRefusedPutsNothingAside() throws IOException {
    write("in.txt", "One\n");
    offline("in.txt");
    write("bad.jsonl", "{\"id\":\"a\"}\n");

    complaint(offline("bad.jsonl", "--restart"));
    assertThat(names()).contains("out.jsonl").doesNotContain("out.jsonl.old");

    assertThat(offline("in.txt", "--restart").code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(names()).contains("out.jsonl", "out.jsonl.old");
  }

  /** The results of one batch are the rows of another. */
  @Test
  void noResultIsWrittenOverTheRows() throws IOException {
    write("in.txt", "One\n");
    offline("in.txt");
    Files.move(path("out.jsonl"), path("rows.jsonl"));
    byte[] rows = Files.readAllBytes(path("rows.jsonl"));
    String template = "Check {custom_id}.";

    String errors =
        complaint(offline("rows.jsonl", "-p", template, "--errors", path("rows.jsonl").toString()));
    Files.createLink(path("out.jsonl"), path("rows.jsonl"));
    String output = complaint(offline("rows.jsonl", "-p", template));

    assertThat(errors).contains("--errors is ", "which holds the rows; name another file");
    assertThat(output).contains("--output is ", "which holds the rows; name another file");
    assertThat(path("rows.jsonl")).hasBinaryContent(rows);
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    write("in.txt", "One\n");
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assumeThat(closed.toFile().setWritable(false)).isTrue();
    assumeThat(Files.isWritable(closed)).as("root may write anywhere").isFalse();

    Ran ran =
        run(
            "batch",
            path("in.txt").toString(),
            "--offline",
            "-o",
            closed.resolve("out").toString());

    assertThat(complaint(ran)).contains("out.state cannot be opened: access is denied");
  }

  private String complaint(Ran ran) {
    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.NOTHING_SENT);
    return ran.err().lines().filter(line -> line.startsWith("sluice: ")).findFirst().orElseThrow();
  }

  private Ran offline(String input, String... more) {
    return run(arguments(input, "--offline", more));
  }

  private Ran asking(Simulator simulator, String input, String... more) {
    return Sluice.command()
        .with("OPENAI_BASE_URL", simulator.baseUrl().toString())
        .with("OPENAI_API_KEY", KEY)
        .run(arguments(input, "--retries=0", more));
  }

  private String[] arguments(String input, String flag, String... more) {
    return Stream.concat(
            Stream.of("batch", path(input).toString(), "-o", path("out.jsonl").toString(), flag),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private static Ran run(String... arguments) {
    return Sluice.command().run(arguments);
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(path(name), text);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
