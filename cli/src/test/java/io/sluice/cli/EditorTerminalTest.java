package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.cli.command.ExitCode;
import io.sluice.json.RequestJson;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A prompt that is written in the user's editor. */
@Tag("thorough")
class EditorTerminalTest {
  private static final String EDITOR =
      """
      word=$1 file=$2
      ls -l "$file" | cut -c1-10 >mode
      echo "$file" >name
      cp "$file" seen
      case $word in
        fail) exit 3 ;;
        empty) : >"$file" ;;
        *) echo "$word" >>"$file" ;;
      esac
      """;

  private final List<ChatRequest> asked = new CopyOnWriteArrayList<>();

  @TempDir private Path folder;

  @Test
  void bothKeysOfAConversationOpenItAndItsTextBecomesTheLine() throws IOException {
    for (String[] keys : new String[][] {{"C-g"}, {"C-x", "C-e"}}) {
      asked.clear();
      try (Simulator server = server();
          Window window = window(server, "written", "sluice chat")) {
        window.until("Ctrl-D leaves\n>");
        window.type("begun");
        window.press(keys);
        window.until(text -> text.endsWith("written"));
        window.press("Enter");
        window.until(text -> text.contains("completed (stop)") && text.endsWith("\n>"));
        window.press("C-d");

        assertThat(window.ended().code()).isZero();
        assertThat(asked.get(0).messages().get(0).content()).hasValue("begun\nwritten");
        assertThat(folder.resolve("mode")).content().isEqualTo("-rw-------\n");
        assertThat(Path.of(Files.readString(folder.resolve("name")).strip())).doesNotExist();
      }
    }
  }

  @Test
  void anEditorThatFailsOrLeavesNothingChangesNothing() throws IOException {
    for (String word : new String[] {"fail", "empty"}) {
      try (Simulator server = server();
          Window window = window(server, word, "sluice chat")) {
        window.until("Ctrl-D leaves\n>");
        window.type("begun");
        window.press("C-g");
        window.until(text -> text.contains("; the question is unchanged\n> begun"));
        window.press("C-u", "C-d");

        assertThat(window.ended().text())
            .contains(
                word.equals("fail")
                    ? "failed with exit code 3; check VISUAL and EDITOR; the question is unchanged"
                    : "sluice: the editor left nothing; the question is unchanged");
      }
    }
  }

  @Test
  void aFlagAsksForItAndTheWordsAreItsStart() throws IOException {
    try (Simulator server = server();
        Window window = window(server, "written", "sluice --editor some words")) {
      assertThat(window.ended().code()).isZero();
      assertThat(folder.resolve("seen")).content().isEqualTo("some words\n");
      assertThat(asked.get(0).messages().get(0).content()).hasValue("some words\nwritten");
    }
  }

  @Test
  void anEmptyPromptIsNotSent() throws IOException {
    try (Simulator server = server();
        Window window = window(server, "empty", "sluice --editor")) {
      Window.Ended ended = window.ended();

      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.text()).startsWith("sluice: the prompt is empty");
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void whereThereIsNoTerminalThereIsNoEditor() {
    for (String command : List.of("ask", "inspect", "compare")) {
      Sluice.Ran ran = Sluice.command().run(command, "--offline", "--editor", "hello");

      assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
      assertThat(ran.err())
          .isEqualTo(
              "sluice: --editor needs a terminal; pipe the prompt in, or give it as words\n");
    }
  }

  private Simulator server() {
    return Simulator.builder()
        .onRequest(request -> asked.add(RequestJson.read(request.body())))
        .start();
  }

  /** In the window {@code $VISUAL} has an argument, and {@code $EDITOR} would fail. */
  private Window window(Simulator server, String word, String line) throws IOException {
    Path script = Files.writeString(folder.resolve("editor.sh"), EDITOR);
    return Window.openShell(
        folder,
        Map.of(
            "OPENAI_BASE_URL",
            server.baseUrl().toString(),
            "SLUICE_NO_LOG",
            "true",
            "VISUAL",
            "sh '" + script + "' " + word,
            "EDITOR",
            "false"),
        line);
  }
}
