package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Message;
import io.sluice.json.RequestJson;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sluice chat} as a person at a terminal meets it. */
@Tag("thorough")
class ChatTerminalTest {
  private static final String HINT = "Ctrl-C once more leaves, as Ctrl-D does";

  private final List<ChatRequest> asked = new CopyOnWriteArrayList<>();

  @TempDir private Path folder;

  @Test
  void aTalkIsTypedAndAnsweredAndItsHistoryKept() throws IOException {
    try (Simulator server = server().start()) {
      try (Window window = chatThatIsKept(server)) {
        window.until("Ctrl-D leaves\n>");
        window.type("Hello\\");
        window.press("Enter");
        window.until("\n…");
        window.type("there");
        window.press("Enter");
        window.until(text -> text.contains("completed (stop)") && text.endsWith("\n\n>"));
        window.press("C-p", "Enter");
        window.until(
            text -> text.split("completed \\(stop\\)", -1).length == 3 && text.endsWith("\n>"));
        window.press("C-d");

        assertThat(window.ended().code()).isZero();
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1).messages()).hasSize(3).startsWith(Message.user("Hello\nthere"));
      }
      Path history = folder.resolve("home/.local/state/sluice/chat-history");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
          .isEqualTo("rw-------");
      try (Window window = chatThatIsKept(server)) {
        window.until("Ctrl-D leaves\n>");
        window.press("C-p");
        window.until("> Hello\\\n");
        window.press("C-c");
        window.until(HINT + "\n>");
        window.press("C-d");
        assertThat(window.ended().code()).isZero();
      }
    }
  }

  @Test
  void ctrlCStopsAnAnswerKeepsItAndTheTalkGoesOn() throws IOException {
    try (Simulator server =
            server().fault(Fault.parse("stall=4")).fault(Fault.parse("times=1")).start();
        Window window = chat(server)) {
      window.until("Ctrl-D leaves\n>");
      window.type("one");
      window.press("Enter");
      window.until("tokens · ");
      window.press("C-c");
      // Some of the four may still be on their way.
      window.until(text -> text.contains("stopped after ") && text.endsWith("\n>"));
      window.type("two");
      window.press("Enter");
      window.until(text -> text.contains("completed (stop)") && text.endsWith("\n>"));
      window.type("/retry");
      window.press("Enter");
      window.until(
          text -> text.split("completed \\(stop\\)", -1).length == 3 && text.endsWith("\n>"));
      window.type("/exit");
      window.press("Enter");

      assertThat(window.ended().code()).isZero();
      assertThat(asked).hasSize(3);
      assertThat(asked.get(1).messages()).hasSize(3);
      assertThat(asked.get(1).messages().get(1).content()).isPresent();
      assertThat(asked.get(2).messages()).isEqualTo(asked.get(1).messages());
    }
  }

  @Test
  void ctrlCTwiceLeavesAndTheTerminalIsAsItWas() throws IOException {
    try (Simulator server = server().start();
        Window window =
            Window.openShell(
                folder,
                environment(server),
                """
                settings() { stty -a | sed 's/line = [0-9]*;//'; }
                settings >before; sluice chat; code=$?
                settings >after; diff before after && (exit $code)""")) {
      window.until("Ctrl-D leaves\n>");
      window.type("not sent");
      window.press("C-c");
      window.until(HINT + "\n>");
      window.press("C-c");

      Window.Ended ended = window.ended();
      assertThat(ended.code()).as(ended.text()).isEqualTo(130);
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void whatIsTypedBetweenTwoInterruptsIsAQuestion() throws IOException {
    try (Simulator server = server().start();
        Window window = chat(server)) {
      window.until("Ctrl-D leaves\n>");
      window.press("C-c");
      window.until(HINT + "\n>");
      window.type("one");
      window.press("Enter");
      window.until(text -> text.contains("completed (stop)") && text.endsWith("\n>"));
      window.press("C-c");
      window.until(text -> text.split(HINT, -1).length == 3 && text.endsWith("\n>"));
      window.press("C-d");

      assertThat(window.ended().code()).isZero();
      assertThat(asked).hasSize(1);
    }
  }

  @Test
  void aResizedWindowIsUsedByTheQuestionAndByTheLine() throws IOException {
    try (Simulator server = server().fault(Fault.parse("stall=3")).start();
        Window window = chat(server)) {
      window.until("Ctrl-D leaves\n>");
      window.resize(12, 24);
      typeUntilItIsBrokenAtTheEdge(window);
      window.press("Enter");
      // The answer stalls within its row: on a full one no line would be drawn.
      window.until(text -> text.lines().anyMatch(line -> line.matches("\\d+ tokens · ?")));
      window.press("C-c");
      window.until("stopped after ");
    }
  }

  @Test
  void commandsAreCompleted() throws IOException {
    try (Simulator server = server().start();
        Window window = chat(server)) {
      window.until("Ctrl-D leaves\n>");
      window.type("/mo");
      window.press("Tab");
      window.until("> /model");
      window.press("Enter");
      window.until("model: gpt-4o-mini\n>");
      window.press("C-d");

      assertThat(window.ended().code()).isZero();
    }
  }

  /** What is typed may overtake the signal that tells of the new size: then it is typed again. */
  private static void typeUntilItIsBrokenAtTheEdge(Window window) throws IOException {
    window.type("0123456789abcdef");
    while (!window.until(text -> text.endsWith("abcdef")).endsWith("\n> 0123456789\nabcdef")) {
      window.press("C-u");
      window.until(text -> text.endsWith("\n>"));
      window.type("0123456789abcdef");
    }
  }

  private SimulatorBuilder server() {
    return Simulator.builder().onRequest(request -> asked.add(RequestJson.read(request.body())));
  }

  private Window chat(Simulator server) throws IOException {
    return Window.open(folder, environment(server), "chat");
  }

  /** As a person has it who changed nothing. */
  private Window chatThatIsKept(Simulator server) throws IOException {
    return Window.open(folder, Map.of("OPENAI_BASE_URL", server.baseUrl().toString()), "chat");
  }

  private static Map<String, String> environment(Simulator server) {
    return Map.of("OPENAI_BASE_URL", server.baseUrl().toString(), "SLUICE_NO_LOG", "true");
  }
}
