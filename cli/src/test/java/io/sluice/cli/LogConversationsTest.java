package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.json.JsonObject;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole conversations of the archive: listed, shown, exported, removed. */
class LogConversationsTest {
  @TempDir private Path folder;
  private UserHome home = new UserHome(Path.of(""));

  @BeforeEach
  void moveIn() {
    home = new UserHome(folder);
  }

  @Test
  void conversationsAreListedWithTheirTurnsAndFirstWords() {
    inConversation("trip", "Where to?\nI like hills.", "To the Harz.");
    home.keep("m", "a single question", "a");
    inConversation("trip", "And when?", "In May.");
    home.keep("m", "one of two", "b");
    UserHome.answered(home.person(), "-q", "-c", "two of two");

    String listed = log("conversations").out();
    assertThat(listed.lines())
        .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "TIME"))
        .map(line -> line.replaceAll("^\\d{8}-\\d{6}-\\w{6}", "ID"))
        .containsExactly(
            "ID  2 turns    TIME  one of two",
            "trip                    2 turns    TIME  Where to? I like hills.");
    assertThat(log("conversations", "--limit", "1").out())
        .isEqualTo(listed.lines().toList().get(0) + "\n");
    assertThat(log("conversations", "--limit", "1").err())
        .isEqualTo("there are more than these 1; --limit 0 shows all\n");
    JsonObject trip =
        log("conversations", "--json")
            .out()
            .lines()
            .skip(1)
            .map(JsonObject::read)
            .findFirst()
            .orElseThrow();
    assertThat(trip.members().keySet()).containsExactly("conversation", "turns", "newest", "asked");
    assertThat(trip.string("conversation")).hasValue("trip");
    assertThat(trip.wholeNumber("turns")).hasValue(2);
    assertThat(log("conversations", "--model", "m").err())
        .isEqualTo("sluice: log conversations does not take --model; leave it out\n");
  }

  @Test
  void theNameOfAConversationShowsItWholeAndInOrder() {
    inConversation("trip", "Where \u001b]0;to?", "To the\n\n- Harz\n- Rhön");
    inConversation("trip", "And when?", "In May.");
    String whole =
        """
        ## System

        Be brief.

        ## User

        Where \uFFFD]0;to?

        ## Assistant

        To the

        - Harz
        - Rhön

        ## User

        And when?

        ## Assistant

        In May.
        """;

    assertThat(log("show", "trip")).isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, whole, ""));
    String second = home.kept().get(0).string("id").orElseThrow();
    assertThat(log("show", "--conversation", second).out()).isEqualTo(whole);
    assertThat(log("show", "--conversation", "last").out()).isEqualTo(whole);
    assertThat(log("show", second).out()).startsWith("id ").contains("\nconversation  trip\n");
    assertThat(log("show", "trip", "--json").out().lines().map(JsonObject::read))
        .extracting(run -> run.string("answer").orElse(""))
        .containsExactly("To the\n\n- Harz\n- Rhön", "In May.");
    assertThat(log("export", "trip").out().lines().filter(line -> line.contains("\"open\"")))
        .hasSize(2);
    assertThat(log("rm", "trip").out()).isEqualTo("2 runs removed\n");
    assertThat(log("show", "trip").err()).hasLineCount(1).contains("there is no run");
  }

  @Test
  void anIdWinsOverANameAndAnUnknownOneGetsALineThatHelps() {
    home.keep("m", "1", "one");
    String id = home.kept().get(0).string("id").orElseThrow();
    inConversation("journey", "3", "three");

    assertThat(log("show", id).out()).startsWith("id ");
    assertThat(log("show", "jurney").err())
        .isEqualTo(
            "sluice: there is no run and no conversation 'jurney'; did you mean 'journey'?"
                + " 'sluice log list' and 'sluice log conversations' show those there are\n");
    assertThat(log("show", "nothing").err())
        .isEqualTo(
            "sluice: there is no run and no conversation 'nothing';"
                + " 'sluice log list' and 'sluice log conversations' show those there are\n");
    assertThat(log("show", "nothing").code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(log("show", "20").err())
        .hasLineCount(1)
        .startsWith("sluice: several runs are called '20': ");
    assertThat(log("show", id, "--conversation", "journey").err())
        .isEqualTo("sluice: '" + id + "' and --conversation exclude each other\n");
  }

  private Sluice.Ran log(String... args) {
    String[] words = Stream.concat(Stream.of("log"), Stream.of(args)).toArray(String[]::new);
    return home.script().run(words);
  }

  /** A question of that conversation, which has instructions, that is answered so, and kept. */
  private void inConversation(String name, String question, String answer) {
    home.keep("m", question, answer, "--conversation", name, "--system", "Be brief.");
  }
}
