package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.json.JsonObject;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import io.sluice.simulator.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going on from what is kept. */
class ArchivedConversationTest {
  @TempDir private Path folder;
  private UserHome home = new UserHome(Path.of(""));

  @BeforeEach
  void moveIn() {
    home = new UserHome(folder);
  }

  @Test
  void theLastConversationGoesOnWithEverythingThatWasSaid() {
    UserHome.answered(saying("one"), home.person(), "-s", "Be brief.", "1");
    JsonObject second = UserHome.sent(home.script(), "-c", "2");
    UserHome.answered(saying("elsewhere"), home.person(), "other");

    assertThat(UserHome.turns(second))
        .containsExactly("system: Be brief.", "user: 1", "assistant: one", "user: 2");
    assertThat(home.kept())
        .extracting(run -> run.string("conversation").orElse(""))
        .satisfies(
            names -> assertThat(names.get(1)).isEqualTo(names.get(2)).isNotEqualTo(names.get(0)));
    assertThat(home.asked()).containsExactly("other", "2", "Be brief.\n\n1");
  }

  @Test
  void aConversationIsNamedByAnyOfItsRunsOrByItsName() {
    UserHome.answered(saying("one"), home.person(), "1");
    UserHome.answered(saying("two"), home.person(), "-c", "2");
    UserHome.answered(saying("x"), home.person(), "other");
    String first = home.kept().get(2).string("id").orElseThrow();

    assertThat(UserHome.turns(UserHome.sent(home.script(), "--conversation", first, "3")))
        .containsExactly("user: 1", "assistant: one", "user: 2", "assistant: two", "user: 3");
  }

  @Test
  void aNewNameBeginsOneAndIsFoundAgain() {
    Sluice.Ran begun =
        UserHome.answered(saying("one"), home.script(), "--conversation", "work", "1");
    JsonObject second = UserHome.sent(home.script(), "--conversation", "work", "2");

    assertThat(begun.err()).startsWith("a new conversation begins: work\n");
    assertThat(UserHome.turns(second)).containsExactly("user: 1", "assistant: one", "user: 2");
  }

  @Test
  void halfAnAnswerIsPartOfItAndAQuestionWithoutOneIsNot() {
    UserHome.answered(saying("whole"), home.person(), "1");
    UserHome.answered(
        Simulator.builder().fault(Fault.parse("status=500")),
        home.person(),
        "-c",
        "--retries=0",
        "2");
    assertThat(UserHome.turns(UserHome.sent(home.person(), "-c", "3")))
        .containsExactly("user: 1", "assistant: whole", "user: 3");

    UserHome.answered(saying("half").fault(Fault.parse("cut=1")), home.person(), "4");
    assertThat(UserHome.turns(UserHome.sent(home.person(), "-c", "5")))
        .containsExactly("user: 4", "assistant: half", "user: 5");
  }

  @Test
  void whatWasTakenBackIsKeptButNotSentAgain() {
    UserHome.answered(saying("one"), home.person(), "-s", "Be brief.", "1");
    UserHome.answered(saying("two"), home.person().reading("2\n/undo\n"), "chat", "-c");

    assertThat(UserHome.turns(UserHome.sent(home.person(), "-c", "3")))
        .containsExactly("system: Be brief.", "user: 1", "assistant: one", "user: 3");

    UserHome.answered(saying("x"), home.person().reading("/undo\n/undo\n"), "chat", "-c");
    assertThat(UserHome.turns(UserHome.sent(home.person(), "-c", "4"))).containsExactly("user: 4");
    assertThat(home.asked()).containsExactly("4", "3", "2", "Be brief.\n\n1");
  }

  @Test
  void otherInstructionsTakeThePlaceOfThoseBefore() {
    UserHome.answered(saying("one"), home.person(), "-s", "Be brief.", "1");

    assertThat(UserHome.turns(UserHome.sent(home.script(), "-c", "-s", "Be long.", "2")))
        .containsExactly("system: Be long.", "user: 1", "assistant: one", "user: 2");
  }

  @Test
  void theModelStaysTheSameAtTheSameServer() {
    List<String> models = new ArrayList<>();
    try (Simulator server =
        Simulator.builder().onRequest(it -> models.add(model(it.body()))).start()) {
      Sluice person = home.person().with("OPENAI_BASE_URL", server.baseUrl().toString());
      person.run("-m", "a", "1");
      person.run("-c", "2");
      person.run("-c", "-m", "b", "3");
    }
    assertThat(models).containsExactly("a", "a", "b");
    assertThat(UserHome.sent(home.script(), "-c", "4").string("model")).hasValue("gpt-4o-mini");
  }

  @Test
  void askingForItMeansItInPipesOfflineAndAfterLogOff() {
    home.script().run("log", "off");
    UserHome.answered(saying("one"), home.script(), "--conversation", "work", "1");
    home.script().run("--offline", "-c", "2");

    assertThat(home.asked()).containsExactly("2", "1");
    assertThat(UserHome.turns(UserHome.sent(home.script(), "-c", "--no-log", "3"))).hasSize(5);
    assertThat(home.asked()).hasSize(2);
  }

  @Test
  void whatIsNotThereIsSaidBeforeAnythingIsSent() {
    assertThat(refused("-c", "hello"))
        .isEqualTo("sluice: there is nothing to go on from: the archive holds no run yet\n");
    UserHome.answered(saying("one"), home.person(), "1");
    UserHome.answered(saying("two"), home.person(), "2");
    assertThat(refused("--conversation", "1999", "hello"))
        .isEqualTo(
            "sluice: there is no run or conversation '1999'; 'sluice log list' shows those there are,"
                + " and a new name begins with a letter\n");
    assertThat(refused("--conversation", "2", "hello"))
        .startsWith("sluice: several runs are called '2': ")
        .endsWith("; write more of the id\n");
    assertThat(refused("--conversation", "2", "-c", "hello"))
        .isEqualTo("sluice: --continue and --conversation exclude each other; leave one of them\n");
  }

  private String refused(String... args) {
    Sluice.Ran ran = UserHome.answered(home.script(), args);
    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    return ran.err();
  }

  private static SimulatorBuilder saying(String text) {
    String stream =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
            + text
            + "\"}}]}\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
            + "data: [DONE]\n\n";
    return Simulator.builder()
        .replayBytes(stream.getBytes(StandardCharsets.UTF_8), "text/event-stream");
  }

  private static String model(String body) {
    return JsonObject.read(body).string("model").orElse("");
  }
}
