package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Interruption;
import io.sluice.json.JsonObject;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
  private static final String SECRET = "xyzzyplugh";

  @TempDir private Path folder;
  private UserHome home = new UserHome(Path.of(""));

  @BeforeEach
  void moveIn() {
    home = new UserHome(folder);
  }

  @Test
  void runsAreListedALineEachTheNewestFirst() {
    answered("m-one", "Where is\nthe \u001b[31mred\u001b[0m house?", "There.");
    answered("a-model-with-a-name-that-is-far-too-long", "w".repeat(9999), "Here.");
    Sluice.Ran ran = log();

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.out().lines())
        .map(
            line ->
                line.replaceAll(
                    "^\\d{8}-\\d{6}-\\w{6}  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "ID TIME"))
        .containsExactly(
            "ID TIME  completed   a-model-with-a-name-that-is-far-too-long  " + "w".repeat(9999),
            "ID TIME  completed   m-one                 Where is the \uFFFD[31mred\uFFFD[0m"
                + " house?");
    assertThat(log("list", "--model", "m-").out()).hasLineCount(1).contains("m-one");
    assertThat(log("list", "--since", "2999-01-01").out()).isEmpty();
    assertThat(log("list", "--until", "2000-01-01").err())
        .isEqualTo("no answer that was kept is like that\n");
    assertThat(home.script().with("SLUICE_MODEL", "x").run("log").out()).hasLineCount(2);
  }

  @Test
  void asManyAreShownAsAreWanted() {
    answered("m", "1", "a");
    answered("m", "2", "b");

    assertThat(log("list", "--limit", "1").out()).hasLineCount(1).endsWith("  2\n");
    assertThat(log("list", "--limit", "1").err())
        .isEqualTo("there are more than these 1; --limit 0 shows all\n");
    assertThat(log("list", "--limit", "2").err()).isEmpty();
    assertThat(log("list", "--limit", "0").out()).hasLineCount(2);
  }

  @Test
  void wordsAreFoundInQuestionsAndAnswers() {
    answered("m", "Name a river.", "The Elbe flows to Hamburg.");
    answered("m", "Name a lake.", "Lake Constance.");

    assertThat(log("search", "elbe").out())
        .hasLineCount(1)
        .endsWith("  The [Elbe] flows to Hamburg.\n");
    assertThat(log("search", "name", "lake").out()).hasLineCount(1).contains("[lake]");
    assertThat(log("search", "Const*", "--json").out())
        .satisfies(
            line ->
                assertThat(JsonObject.read(line).string("excerpt")).hasValue("Lake [Constance]."));
    assertThat(log("search", "sea").out()).isEmpty();
  }

  @Test
  void aRunIsShownWithAllThatIsKnownOfIt() {
    answered("m", "Hi?", "Still \u001b]0;water\n\nfor you");
    String shown = log("show").out();

    assertThat(shown.lines().map(line -> line.replaceAll(" .*", "")))
        .startsWith(
            "id",
            "conversation",
            "started",
            "model",
            "endpoint",
            "status",
            "finish",
            "timing",
            "attempts",
            "counted",
            "---");
    assertThat(shown)
        .contains("\nstatus        completed\nfinish        stop\n")
        .matches("(?s).*\ncounted       prompt \\d+, completion \\d+, total \\d+ tokens .*")
        .endsWith("\n--- asked ---\nHi?\n--- answer ---\nStill \uFFFD]0;water\n\nfor you\n");
    String id = home.kept().get(0).string("id").orElseThrow();
    assertThat(log("show", id.substring(0, 20)).out()).isEqualTo(shown);
    assertThat(JsonObject.read(log("show", "last", "--json").out()).members().keySet())
        .containsExactly(
            "id",
            "conversation",
            "started",
            "endpoint",
            "dialect",
            "model",
            "status",
            "chunks",
            "attempts",
            "finish_reasons",
            "timing",
            "head",
            "irregularities",
            "tokens",
            "excerpt",
            "asked",
            "answer",
            "request",
            "completion");
  }

  @Test
  void anExportIsATranscriptThatReplays() throws IOException {
    answered("m", "1", "one");
    answered("m", "2", "two");
    Path file = folder.resolve("two.jsonl");
    Sluice.Ran printed = log("export");

    assertThat(log("export", "last", "-o", file.toString()))
        .isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, "", ""));
    assertThat(file).content().isEqualTo(printed.out());
    assertThat(Sluice.command().run("replay", file.toString()).out()).isEqualTo("two\n");
    assertThat(log("export", "-o", file.toString()).err())
        .isEqualTo("sluice: " + file + " exists; name another file\n");
    String first = home.kept().get(1).string("id").orElseThrow();
    assertThat(log("export", first, "last").out()).endsWith(printed.out()).contains("one");
  }

  @Test
  void theEndOfAnIdIsEnoughWhereverAnIdIs() throws IOException {
    answered("m", "1", "one");
    answered("m", "2", "two");
    String id = home.kept().get(1).string("id").orElseThrow();
    String end = id.substring(id.lastIndexOf('-') + 1);

    assertThat(end).hasSize(6);
    assertThat(log("show", end).out()).isEqualTo(log("show", id).out()).contains("\none\n");
    assertThat(log("export", end).out()).contains("one");
    assertThat(log("rm", end).out()).isEqualTo("1 run removed\n");
    assertThat(home.asked()).containsExactly("2");
  }

  @Test
  void anAnswerThatNoReaderWantedToItsEndWasStopped() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int single) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    try (Simulator server = Simulator.start()) {
      Sluice person = home.person().with("OPENAI_BASE_URL", server.baseUrl().toString());
      for (String form : new String[] {"--no-reasoning", "--events"}) {
        assertThat(person.run(closed, new Interruption(), "-q", form, "hello").code())
            .isEqualTo(ExitCode.STDOUT_CLOSED);
      }
    }

    assertThat(home.kept()).extracting(run -> run.string("status").orElse("")).contains("stopped");
    assertThat(home.kept()).allSatisfy(run -> assertThat(run.members()).doesNotContainKey("error"));
  }

  @Test
  void removedRunsAreNowhere() throws IOException {
    answered("m", "keep this", "yes");
    answered("m", "my word is " + SECRET, "I see: " + SECRET);
    assertThat(holdsSecret()).isTrue();
    Sluice.Ran ran = log("rm", "last");

    assertThat(ran).isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, "1 run removed\n", ""));
    assertThat(holdsSecret()).isFalse();
    assertThat(home.asked()).containsExactly("keep this");
    assertThat(log("rm", "--before", "2000-01-01").out()).isEqualTo("0 runs removed\n");
    assertThat(log("rm", "--before", "2999-01-01").out()).isEqualTo("1 run removed\n");
  }

  @Test
  void whoRemovesATurnIsToldOfThoseThatRepeatIt() {
    answered("m", SECRET, "I see");
    UserHome.answered(home.person(), "-c", "and then?");
    String first = home.kept().get(1).string("id").orElseThrow();
    String second = home.kept().get(0).string("id").orElseThrow();

    assertThat(log("rm", first).err())
        .isEqualTo(
            "what was said there stands in the requests of later runs too; to remove them: sluice"
                + " log rm "
                + second
                + "\n");
    assertThat(log("rm", "--all").out()).isEqualTo("1 run removed\n");
  }

  @Test
  void anEmptyArchiveIsNoneYet() {
    assertThat(log())
        .isEqualTo(
            new Sluice.Ran(ExitCode.COMPLETED, "", "no answer that was kept is like that\n"));
    assertThat(log("rm", "--all").out()).isEqualTo("0 runs removed\n");
    assertThat(log("show").err()).isEqualTo("sluice: the archive holds no run yet\n");
    assertThat(home.archive()).doesNotExist();
  }

  @Test
  void aDamagedArchiveIsAnErrorOfWhoLooksIntoItAndStaysWhereItIs() throws IOException {
    answered("m", "1", "a");
    byte[] bytes = Files.readAllBytes(home.archive());
    bytes[100]++; // The kind of the first page.
    Files.write(home.archive(), bytes);
    String reason =
        home.archive()
            + " is damaged and was left as it is; 'sqlite3 "
            + home.archive()
            + " .recover' shows what can be saved, and the next answer that is kept moves it to"
            + " archive.db.damaged-TIME and begins a new one\n";

    for (String[] args :
        new String[][] {{"list"}, {"search", "a"}, {"show"}, {"export"}, {"rm", "--all"}}) {
      assertThat(log(args))
          .as(args[0])
          .isEqualTo(new Sluice.Ran(ExitCode.FAILED, "", "sluice: " + reason));
    }
    assertThat(home.script().run("-c", "and then?"))
        .isEqualTo(new Sluice.Ran(ExitCode.NOTHING_SENT, "", "sluice: " + reason));
    assertThat(home.archive()).hasBinaryContent(bytes);

    assertThat(UserHome.answered(home.person(), "2").err().lines().toList().get(0))
        .startsWith("sluice: " + home.archive() + " is damaged; it is kept as ");
    assertThat(home.asked()).containsExactly("2");
  }

  @Test
  void aReaderThatHasSeenEnoughEndsItInSilence() {
    answered("m", "1", "a");
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int single) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    for (String action : new String[] {"list", "show", "export"}) {
      assertThat(home.script().run(closed, new Interruption(), "log", action))
          .as(action)
          .isEqualTo(new Sluice.Ran(ExitCode.STDOUT_CLOSED, "", ""));
    }
  }

  private Sluice.Ran log(String... args) {
    String[] words = Stream.concat(Stream.of("log"), Stream.of(args)).toArray(String[]::new);
    return home.script().run(words);
  }

  private void answered(String model, String question, String answer) {
    home.keep(model, question, answer);
  }

  private boolean holdsSecret() throws IOException {
    try (Stream<Path> files = Files.list(home.archive().getParent())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(SECRET)) {
          return true;
        }
      }
    }
    return false;
  }
}
