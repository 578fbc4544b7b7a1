package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a message of a chat carries. */
class ChatAttachTest {
  private static final String IMAGE = "\"url\":\"data:image/png;base64,iVBORw0KGgo=\"";
  private static final String URL = "https://example.com/a.png";
  private static final String NOTHING_WAITS =
      "the next message carries no attachment; /attach FILE adds one\n";

  private final List<String> asked = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void theNextMessageAloneCarriesWhatWasAttached() throws IOException {
    Sluice.Ran ran = chat("/attach " + png() + "\n/attach " + URL + "\n/attach\nWhat?\nAnd?\n");

    String image = "a b.png (image/png, 8 bytes)";
    String link = URL + " (an image, by its URL)";
    assertThat(ran.err())
        .isEqualTo(
            String.join(
                "\n",
                "the next message carries " + image,
                "the next message carries " + link,
                "the next message carries " + image + ", " + link + "; /attach - drops them",
                ""));
    assertThat(asked.get(0)).contains("\"text\":\"What?\"", IMAGE, "\"url\":\"" + URL);
    assertThat(asked.get(1)).containsOnlyOnce(IMAGE).contains("\"content\":\"And?\"");
  }

  @Test
  void whatIsDroppedIsNotSent() throws IOException {
    for (String command : List.of("/attach -", "/clear")) {
      asked.clear();
      String attached = "/attach " + png() + "\n";

      assertThat(chat(attached + command + "\n/attach\nHi\n").err()).endsWith(NOTHING_WAITS);
      assertThat(asked).singleElement().asString().contains("\"content\":\"Hi\"");
    }
  }

  @Test
  void aRetriedQuestionCarriesItAgain() throws IOException {
    chat("/attach " + png() + "\nWhat?\n/retry\n");

    assertThat(asked).hasSize(2);
    assertThat(asked).allSatisfy(body -> assertThat(body).containsOnlyOnce(IMAGE));
  }

  @Test
  void whatCannotBeAttachedIsRefusedAsOnTheCommandLine() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "text");
    Path none = folder.resolve("none.png");
    for (Path file : List.of(text, none)) {
      Sluice.Ran refused = Sluice.command().run("ask", "--offline", "Hi", "-a", file.toString());

      assertThat(refused.err()).contains(file.toString());
      assertThat(chat("/attach " + file + "\n/attach\n").err())
          .isEqualTo(refused.err() + NOTHING_WAITS);
    }
  }

  @Test
  void atMostTenWait() {
    assertThat(chat(("/attach " + URL + "\n").repeat(11)).err())
        .endsWith(
            "sluice: 10 attachments wait already; send a message, or drop them with /attach -\n");
  }

  @Test
  void theSavedConversationNamesIt() throws IOException {
    Path saved = folder.resolve("talk.md");
    chat("/attach " + png() + "\nThis?\n/save " + saved + "\n");

    assertThat(saved).content().contains("This?\n\n- a b.png (image/png, 8 bytes)\n");
  }

  private Path png() throws IOException {
    byte[] bytes = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);
    return Files.write(folder.resolve("a b.png"), bytes);
  }

  private Sluice.Ran chat(String typed) {
    try (Simulator server =
        Simulator.builder().onRequest(request -> asked.add(request.body())).start()) {
      return Sluice.command()
          .with("OPENAI_BASE_URL", server.baseUrl().toString())
          .reading(typed)
          .run("chat");
    }
  }
}
