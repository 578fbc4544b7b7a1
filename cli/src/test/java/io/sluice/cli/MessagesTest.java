package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
  private static final String TURNS =
      "[{\"role\":\"system\",\"content\":\"Be brief\"},{\"role\":\"user\",\"content\":\"hi\"}]";
  private static final String REQUEST =
      "{\"model\":\"of-file\",\"messages\":"
          + TURNS
          + ",\"temperature\":0.5,\"stop\":[\"x\"],\"stream\":false,\"top_k\":5,"
          + "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{}}}]}";

  @TempDir Path folder;

  @Test
  void anArrayOfMessagesIsSentWithThePromptBehindIt() throws IOException {
    String file = file(TURNS);

    assertThat(sent(Sluice.command(), "--messages", file))
        .contains("\"messages\":" + TURNS, "\"model\":\"gpt-4o-mini\"");
    assertThat(sent(Sluice.command(), "--messages", file, "And", "now?"))
        .contains("\"hi\"},{\"role\":\"user\",\"content\":\"And now?\"}]");
    assertThat(sent(Sluice.command().reading(TURNS), "--messages", "-", "Go"))
        .contains("\"hi\"},{\"role\":\"user\",\"content\":\"Go\"}]");
  }

  @Test
  void allThatARequestSaysIsSentButHowItsAnswerTravels() throws IOException {
    assertThat(sent(Sluice.command(), "--messages", file(REQUEST)))
        .contains(
            "\"model\":\"of-file\"",
            "\"messages\":" + TURNS,
            "\"temperature\":0.5",
            "\"stop\":[\"x\"]",
            "\"top_k\":5",
            "\"name\":\"f\"",
            "\"stream\":true");
  }

  @Test
  void flagsWinOverTheFileAndItWinsOverSettings() throws IOException {
    String file = file(REQUEST);
    Path project = Files.createDirectory(folder.resolve("project"));
    Files.writeString(
        project.resolve("sluice.yaml"),
        "model: of-settings\ntemperature: 1\nsystem: Shout\nseed: 3\nparam: top_k=1\n");
    Sluice sluice = Sluice.command().in(project);

    assertThat(sent(sluice, "--messages", file))
        .contains(
            "\"model\":\"of-file\"", "\"temperature\":0.5", "\"top_k\":5", "\"seed\":3", "Be brief")
        .doesNotContain("Shout");
    assertThat(
            sent(
                sluice,
                "--messages",
                file,
                "-m",
                "mine",
                "-t0",
                "-s",
                "Whisper",
                "--stop",
                "y",
                "--param",
                "top_k=7"))
        .contains(
            "\"model\":\"mine\"",
            "\"temperature\":0,",
            "\"stop\":[\"y\"]",
            "\"top_k\":7",
            "[{\"role\":\"system\",\"content\":\"Whisper\"},{\"role\":\"user\"")
        .doesNotContain("Be brief");
  }

  @Test
  void aConversationThatChatSavedIsTaken() {
    Path saved = folder.resolve("talk.json");
    Sluice.command().reading("Say hello.\n/save " + saved + "\n").run("chat", "--offline");

    assertThat(sent(Sluice.command(), "--messages", saved.toString(), "Again."))
        .contains(
            "[{\"role\":\"user\",\"content\":\"Say hello.\"},{\"role\":\"assistant\",\"content\":"
                + "\"hello\"},{\"role\":\"user\",\"content\":\"Again.\"}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | no request: it has no array 'messages'",
        "7 | JSON that is not an object",
        "[{\"content\":\"hi\"}] | message 1",
        "{\"messages\":[7]} | message 1"
      })
  void whatIsNoConversationIsRefused(String text, String why) throws IOException {
    String file = file(text);
    Sluice.Ran ran = Sluice.command().run("ask", "--messages", file, "hi");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err())
        .startsWith("sluice: " + file + ": ")
        .contains(why)
        .endsWith("; give an array of messages or a whole request\n");
  }

  @Test
  void aConversationHasOneBeginning() throws IOException {
    assertThat(Sluice.command().run("ask", "-c", "--messages", file(TURNS), "hi").err())
        .isEqualTo(
            "sluice: --messages and a conversation of the archive are two beginnings; leave one of"
                + " them\n");
    assertThat(Sluice.command().run("ask", "--messages", file("[]")).err())
        .startsWith("sluice: the prompt is empty");
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("messages.json"), text).toString();
  }

  private static String sent(Sluice sluice, String... args) {
    List<String> bodies = new CopyOnWriteArrayList<>();
    try (Simulator simulator =
        Simulator.builder().onRequest(request -> bodies.add(request.body())).start()) {
      sluice.with("OPENAI_BASE_URL", simulator.baseUrl().toString()).run(args);
    }
    assertThat(bodies).hasSize(1);
    return bodies.get(0);
  }
}
