package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Message;
import io.sluice.cli.command.ExitCode;
import io.sluice.json.JsonObject;
import io.sluice.json.RequestJson;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A conversation that is piped in. */
class ChatTest {
  private final List<ChatRequest> asked = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void eachQuestionKnowsWhatWentBefore() {
    Sluice.Ran ran = chat("Hello\n\nAnd now?\n", "-s", "Be brief.");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(asked).hasSize(2);
    String first = ran.out().lines().findFirst().orElseThrow();
    assertThat(asked.get(1).messages())
        .containsExactly(
            Message.system("Be brief."),
            Message.user("Hello"),
            Message.assistant(first),
            Message.user("And now?"));
  }

  @Test
  void linesThatGoOnAreOneMessage() {
    chat("one\\\ntwo\n\"\"\"\nthree\n\nfour \"\"\"\nfive\\\\\n//six\n");

    assertThat(questions()).containsExactly("one\ntwo", "three\n\nfour", "five\\\\", "/six");
  }

  @Test
  void theSettingsOfTheNextQuestionCanBeChanged() {
    Sluice.Ran ran =
        chat("/model other\n/temperature 0.5\n/system Rhyme.\na\n/system -\n/temperature -\nb\n");

    assertThat(asked.get(0).model()).isEqualTo("other");
    assertThat(asked.get(0).temperature()).hasValue(0.5);
    assertThat(asked.get(0).messages()).startsWith(Message.system("Rhyme."), Message.user("a"));
    assertThat(asked.get(1).temperature()).isEmpty();
    assertThat(asked.get(1).messages()).startsWith(Message.user("a"));
    assertThat(ran.err())
        .isEqualTo(
            """
            model: other; whether the server has it, the next question shows
            temperature: 0.5
            instructions: Rhyme.
            instructions: none
            temperature: the server's own
            """);
  }

  @Test
  void retryAsksAgainAndForgetsTheAnswer() {
    Sluice.Ran ran = chat("/retry\na\n/retry\n");

    assertThat(ran.err()).startsWith("nothing was asked yet\n");
    assertThat(asked).hasSize(2);
    assertThat(asked.get(1).messages()).containsExactly(Message.user("a"));
  }

  @Test
  void aQuestionWithoutAnAnswerIsNotPartOfTheTalkButCanBeAskedAgain() throws IOException {
    try (Simulator server =
        Simulator.builder()
            .onRequest(request -> asked.add(RequestJson.read(request.body())))
            .fault(Fault.parse("status=401"))
            .fault(Fault.parse("times=1"))
            .start()) {
      Sluice.Ran ran = chat(server, "a\nb\n");

      assertThat(ran.code()).isEqualTo(ExitCode.NOT_AUTHORISED);
      assertThat(asked.get(1).messages()).containsExactly(Message.user("b"));
    }
  }

  @Test
  void anAnswerThatWasCutStaysAsFarAsItCame() throws IOException {
    try (Simulator server =
        Simulator.builder()
            .onRequest(request -> asked.add(RequestJson.read(request.body())))
            .fault(Fault.parse("cut=4"))
            .fault(Fault.parse("times=1"))
            .start()) {
      Path saved = folder.resolve("talk.md");
      Sluice.Ran ran = chat(server, "a\nb\n/save " + saved + "\n");

      assertThat(ran.code()).isEqualTo(ExitCode.TRUNCATED);
      assertThat(asked.get(1).messages()).hasSize(3);
      assertThat(asked.get(1).messages().get(1).content()).isPresent();
      assertThat(saved)
          .content()
          .startsWith("## User\n\na\n\n## Assistant\n\n")
          .contains("*[truncated]*");
    }
  }

  @Test
  void clearBeginsAnew() {
    chat("a\n/clear\nb\n");

    assertThat(asked.get(1).messages()).containsExactly(Message.user("b"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSavedTalkIsPrivateAndNothingIsOverwritten() throws IOException {
    Path saved = folder.resolve("talk.json");
    Sluice.Ran ran =
        chat("/save\n/save " + saved + "\na\n/save " + saved + "\n/save " + saved + "\n");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err())
        .isEqualTo(
            """
            sluice: /save needs a file, as in /save talk.md
            sluice: nothing was said yet
            saved as FILE
            sluice: FILE exists; name another file
            """
                .replace("FILE", saved.toString()));
    assertThat(RequestJson.read(Files.readString(saved)).messages()).hasSize(2);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(saved)))
        .isEqualTo("rw-------");
  }

  @Test
  void helpTokensAndSinksAreTold() throws IOException {
    Sluice.Ran ran = chat("/help\n/tokens\n/sinks\n/exit\nnever\n", "--sink", "tokens");

    assertThat(asked).isEmpty();
    Golden.compare("chat-commands.txt", ran.err());
  }

  @Test
  void unknownCommandsGetTheirLineAndTheTalkGoesOn() {
    Sluice.Ran ran =
        chat("/modle x\na\n/s x\n/x\n/temperature warm\n/temperature -1\n/temperature 9\n");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(questions()).containsExactly("a");
    assertThat(ran.err().lines())
        .containsExactly(
            "sluice: unknown command '/modle'; did you mean /model? /help lists them, and // begins"
                + " a message with a slash",
            "sluice: unknown command '/s'; did you mean /system or /save or /sinks? /help lists"
                + " them, and // begins a message with a slash",
            "sluice: unknown command '/x'; /help lists them, and // begins a message with a slash",
            "sluice: /temperature is 'warm'; use a number",
            "sluice: /temperature is '-1'; use 0 to 2",
            "sluice: /temperature is '9'; use 0 to 2");
  }

  @Test
  void numbersAreShownAsTheyAreTyped() {
    assertThat(chat("/temperature 1\n/temperature 0.70\n/temperature 0\n").err())
        .isEqualTo("temperature: 1\ntemperature: 0.7\ntemperature: 0\n");
  }

  @Test
  void aFlagHasTheSameRangeAsItsCommand() {
    Sluice.Ran ran = chat("a\n", "--temperature", "9");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err()).isEqualTo("sluice: --temperature is '9'; use 0 to 2\n");
    assertThat(asked).isEmpty();
  }

  @Test
  void aWordThatAsksToLeaveLeavesUnlessMoreFollows() {
    for (String word : List.of("exit", " quit ", "/quit", "/bye", "/exit")) {
      asked.clear();
      Sluice.Ran ran = chat("exit the house\n" + word + "\nnever\n");

      assertThat(ran.code()).as(word).isEqualTo(ExitCode.COMPLETED);
      assertThat(questions()).as(word).containsExactly("exit the house");
    }
  }

  @Test
  void undoForgetsTheLastQuestionAndItsAnswer() {
    Sluice.Ran ran = chat("/undo\na\nb\n/undo\nc\n/undo\n/undo\n/retry\n");

    assertThat(questions()).containsExactly("a", "b", "c");
    assertThat(asked.get(2).messages()).hasSize(3).startsWith(Message.user("a"));
    assertThat(ran.err())
        .isEqualTo(
            """
            nothing was answered yet
            forgotten, with its answer: b
            forgotten, with its answer: c
            forgotten, with its answer: a
            nothing was asked yet
            """);
  }

  @Test
  void copyNeedsAnAnswerAndATerminal() {
    assertThat(chat("/copy\na\n/copy\n").err())
        .isEqualTo(
            """
            sluice: nothing was answered yet
            sluice: stderr is no terminal, so there is no clipboard; use /save FILE
            """);
  }

  @Test
  void withJsonEachAnswerIsAnObject() {
    List<String> lines = chat("a\nb\n", "--json").out().lines().toList();

    assertThat(lines).hasSize(2);
    assertThat(lines)
        .allSatisfy(line -> assertThat(JsonObject.read(line).members()).containsKey("sluice"));
  }

  @Test
  void everyAnswerReachesTheSinks() {
    Path file = folder.resolve("all.txt");
    Sluice.Ran ran = chat("a\nb\n", "--sink", "file:path=" + file + ",append=true");

    assertThat(file).content().isEqualToIgnoringNewLines(ran.out());
  }

  private List<String> questions() {
    return asked.stream()
        .map(request -> request.messages().get(request.messages().size() - 1))
        .map(message -> message.content().orElse(""))
        .toList();
  }

  private Sluice.Ran chat(String typed, String... flags) {
    try (Simulator server =
        Simulator.builder()
            .onRequest(request -> asked.add(RequestJson.read(request.body())))
            .start()) {
      return chat(server, typed, flags);
    }
  }

  private static Sluice.Ran chat(Simulator server, String typed, String... flags) {
    List<String> words = new ArrayList<>(List.of("chat"));
    words.addAll(List.of(flags));
    return Sluice.command()
        .with("OPENAI_BASE_URL", server.baseUrl().toString())
        .reading(typed)
        .run(words.toArray(String[]::new));
  }
}
