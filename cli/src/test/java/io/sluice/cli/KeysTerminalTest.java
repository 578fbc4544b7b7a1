package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.json.RequestJson;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that are pressed while an answer streams, and what becomes of the terminal. */
@Tag("thorough")
class KeysTerminalTest {
  /** But for the number of the line discipline, which JLine leaves behind. */
  private static final String SETTINGS = "settings() { stty -a | sed 's/line = [0-9]*;//'; }\n";

  private static final String COMPARED =
      SETTINGS
          + """
          settings >before
          %s
          code=$?
          settings >after
          diff before after && (exit $code)\
          """;

  private final List<ChatRequest> asked = new CopyOnWriteArrayList<>();

  @TempDir private Path folder;

  @Test
  void inAConversationTheyBeginTheNextMessageAndAreNotSent() throws IOException {
    try (Simulator server = stalling().start();
        Window window = Window.chat(folder, server)) {
      window.enter("one");
      window.until("tokens · ");
      window.type("twx");
      window.press("BSpace", "o", "Up", "Enter");
      window.type("three");
      window.press("Enter", "Escape");
      String shown =
          window.until(text -> text.contains("stopped after ") && text.endsWith("three"));
      window.press("Enter");
      window.until(text -> text.contains("completed (stop)") && text.endsWith("\n>"));
      window.press("C-d");

      assertThat(window.ended().code()).isZero();
      assertThat(shown.substring(0, shown.indexOf("stopped after"))).doesNotContain("two", "three");
      assertThat(asked).hasSize(2);
      assertThat(asked.get(1).messages())
          .endsWith(ChatRequest.of("", "two\nthree").messages().get(0));
    }
  }

  @Test
  void whatIsTypedBeforeTheFirstQuestionBeginsItToo() throws IOException {
    try (Simulator server = stalling().start();
        Window window = Window.shell(folder, server, "echo ready; read -r go; sluice chat")) {
      window.until("ready");
      window.enter("go");
      window.enter("early");
      window.until(text -> text.endsWith("\n> early"));
      window.press("C-u", "C-d");

      assertThat(window.ended().code()).isZero();
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void afterAnAnswerTheyAreForTheShell() throws IOException {
    String line = "stty noflsh; sluice hello; code=$?; read -r typed; echo \"got $typed\"";
    try (Simulator server = stalling().start();
        Window window = Window.shell(folder, server, line)) {
      window.until("tokens · ");
      window.untilMode("-echo");
      window.type("later");
      window.press("Enter", "C-c");
      String shown = window.until("got later");

      assertThat(shown.substring(0, shown.indexOf("got later"))).doesNotContain("later");
      window.untilMode("echo");
    }
  }

  @Test
  void theyAreNotShownThoughThePromptIsPipedIn() throws IOException {
    String line = "echo hello | sluice; code=$?; read -r typed; echo \"got $typed\"";
    try (Simulator server = stalling().start();
        Window window = Window.shell(folder, server, "stty noflsh; " + line)) {
      window.until("tokens · ");
      window.untilMode("-echo");
      window.type("later");
      window.press("Enter", "C-c");
      String shown = window.until("got later");

      assertThat(shown.substring(0, shown.indexOf("got later"))).doesNotContain("later");
      window.untilMode("echo");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void aSignalLeavesTheTerminalAsItWas(String signal) throws Exception {
    try (Simulator server = stalling().start();
        Window window = Window.shell(folder, server, COMPARED.formatted("sluice hello"))) {
      window.until("tokens · ");
      window.untilMode("-echo");
      assertThat(new ProcessBuilder("kill", "-" + signal, pid()).start().waitFor()).isZero();

      Window.Ended ended = window.ended();
      assertThat(ended.code()).as(ended.text()).isIn(129, 130, 143);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask", "inspect", "compare --models a,b"})
  void anEndLeavesTheTerminalAsItWas(String command) throws IOException {
    String line = COMPARED.formatted("sluice " + command + " -q hello");
    for (String fault : List.of("status=401", "cut=2")) {
      try (Simulator server = Simulator.builder().fault(Fault.parse(fault)).start();
          Window window = Window.shell(folder, server, line)) {
        Window.Ended ended = window.ended();
        assertThat(ended.code()).as(ended.text()).isIn(0, 1, 4, 6);
      }
    }
  }

  @Test
  void aPagerBehindAPipeHasTheKeyboard() throws IOException {
    try (Simulator server = stalling().start();
        Window window = Window.shell(folder, server, "sluice hello | cat")) {
      window.until(text -> !text.isBlank());
      window.type("seen");
      window.until("seen");
      window.press("C-c");
      window.ended();
    }
  }

  @Test
  void ctrlZStopsAConversationAndFgComesBackToItsLine() throws IOException {
    String line =
        SETTINGS
            + """
            set -m
            settings >before
            sluice chat
            settings >stopped
            printf 'in the shell\\n'; read -r go
            fg >/dev/null
            code=$?
            settings >after
            diff before stopped && diff before after && (exit $code)\
            """;
    try (Simulator server = stalling().start();
        Window window = Window.shell(folder, server, line)) {
      window.until("Ctrl-D leaves\n>");
      window.type("half");
      window.press("C-z");
      window.until("in the shell");
      window.enter("go");
      window.until(text -> text.endsWith("go\n> half"));
      window.enter(" and half");
      window.until("tokens · ");
      window.press("C-c");
      window.until(text -> text.contains("stopped after ") && text.endsWith("\n>"));
      window.press("C-d");

      Window.Ended ended = window.ended();
      assertThat(ended.code()).as(ended.text()).isZero();
      assertThat(asked.get(0).messages().get(0).content()).hasValue("half and half");
    }
  }

  @Test
  void ctrlZStopsAnAnswerWithTheTerminalAsItWas() throws IOException {
    String line =
        SETTINGS
            + """
            set -m
            settings >before
            sluice hello
            settings >stopped
            printf '\\nin the shell\\n'; read -r go
            fg >/dev/null
            code=$?
            settings >after
            diff before stopped && diff before after && (exit $code)\
            """;
    try (Simulator server = stalling().start();
        Window window = Window.shell(folder, server, line)) {
      window.until("tokens · ");
      window.untilMode("-echo");
      window.press("C-z");
      window.until("in the shell");
      window.enter("go");
      window.untilMode("-echo");
      window.press("C-c");

      Window.Ended ended = window.ended();
      assertThat(ended.code()).as(ended.text()).isEqualTo(130);
    }
  }

  @Test
  void ctrlZWhereNoShellWaitsStopsNothing() throws IOException {
    try (Simulator server = stalling().start();
        Window window = Window.chat(folder, server)) {
      window.type("a");
      window.press("C-z");
      window.type("b");
      window.until(text -> text.endsWith("b"));
      window.press("C-u", "C-d");

      assertThat(window.ended().code()).isZero();
    }
  }

  /** The command of this test's window, by the file of arguments that it was started with. */
  private String pid() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
        .filter(process -> process.info().command().orElse("").endsWith("java"))
        .map(process -> Long.toString(process.pid()))
        .findFirst()
        .orElseThrow();
  }

  private SimulatorBuilder stalling() {
    return Simulator.builder()
        .onRequest(request -> asked.add(RequestJson.read(request.body())))
        .fault(Fault.parse("stall=4"))
        .fault(Fault.parse("times=1"));
  }
}
