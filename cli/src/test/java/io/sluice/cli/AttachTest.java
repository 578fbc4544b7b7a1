package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttachTest {
  private static final String PNG = "\u0089PNG\r\n\u001a\nrest";

  @TempDir Path folder;

  static Stream<Arguments> images() {
    return Stream.of(
        Arguments.of(PNG, "image/png"),
        Arguments.of("\u00ff\u00d8\u00ff\u00e0", "image/jpeg"),
        Arguments.of("GIF89a", "image/gif"),
        Arguments.of("RIFF1234WEBPVP8", "image/webp"));
  }

  @ParameterizedTest
  @MethodSource("images")
  void anImageIsToldByItsBytesWhateverItIsCalled(String start, String type) throws IOException {
    byte[] bytes = bytes(start);
    Path file = Files.write(folder.resolve("photo.txt"), bytes);

    assertThat(sent(Sluice.command(), "What is this?", "-a", file.toString()))
        .contains(
            "\"content\":[{\"type\":\"text\",\"text\":\"What is this?\"},{\"type\":\"image_url\","
                + "\"image_url\":{\"url\":\"data:"
                + type
                + ";base64,"
                + Base64.getEncoder().encodeToString(bytes)
                + "\"}}]");
  }

  @Test
  void documentsAndSoundsHavePartsOfTheirOwn() throws IOException {
    Path pdf = Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7");
    Path wav = Files.writeString(folder.resolve("b"), "RIFF1234WAVE");
    Path mp3 = Files.writeString(folder.resolve("c"), "ID3x");

    assertThat(
            sent(
                Sluice.command(), "-a", pdf.toString(), "-a", wav.toString(), "-a", mp3.toString()))
        .contains(
            "\"content\":[{\"type\":\"file\",\"file\":{\"filename\":\"a.pdf\",\"file_data\":"
                + "\"data:application/pdf;base64,JVBERi0xLjc=\"}},{\"type\":\"input_audio\","
                + "\"input_audio\":{\"data\":\"UklGRjEyMzRXQVZF\",\"format\":\"wav\"}},"
                + "{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"SUQzeA==\","
                + "\"format\":\"mp3\"}}]");
  }

  @Test
  void stdinCanBeAttachedAndAUrlIsLeftToTheServer() {
    assertThat(sent(Sluice.command().reading("%PDF-1.7"), "hi", "-a", "-"))
        .contains("\"text\":\"hi\"", "\"filename\":\"stdin\"", "JVBERi0xLjc=");
    assertThat(sent(Sluice.command(), "hi", "-a", "https://example.com/a.png?b"))
        .contains("\"image_url\":{\"url\":\"https://example.com/a.png?b\"}");
    assertThat(sent(Sluice.command(), "hi", "-a", "https://example.com/x/a.pdf#2"))
        .contains("{\"filename\":\"a.pdf\",\"file_data\":\"https://example.com/x/a.pdf#2\"}");
  }

  @Test
  void textFilesStandBeforeThePromptFenced() throws IOException {
    Path python = Files.writeString(folder.resolve("a.py"), "print()\n");
    Path notes = Files.writeString(folder.resolve("notes"), "```\nx\n````");

    assertThat(
            sent(
                Sluice.command().reading("piped\n"),
                "Explain.",
                "-f",
                python.toString(),
                "-f",
                notes.toString()))
        .contains(
            "\"content\":\""
                + python
                + ":\\n```python\\nprint()\\n```\\n\\n"
                + notes
                + ":\\n`````\\n```\\nx\\n````\\n`````\\n\\npiped\\n\\nExplain.\"");
  }

  @Test
  void attachmentsAreSentAgainWhereAConversationGoesOn() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path file = Files.write(folder.resolve("a"), bytes(PNG));
    Sluice sluice = Sluice.command().with("HOME", home.toString());
    sent(sluice, "--conversation", "trip", "Where?", "-a", file.toString());

    assertThat(sent(sluice, "--conversation", "trip", "And now?"))
        .contains("\"text\":\"Where?\"", "data:image/png;base64,", "\"content\":\"And now?\"");
  }

  @Test
  void anthropicGetsItsOwnBlocksAndRefusesSounds() throws IOException {
    Path image = Files.write(folder.resolve("a"), bytes(PNG));
    Path sound = Files.writeString(folder.resolve("b"), "ID3x");
    try (RawServer server =
        RawServer.answering(new ChunkedAnswer("400 application/json", List.of()))) {
      Sluice sluice =
          Sluice.command()
              .with("SLUICE_DIALECT", "anthropic")
              .with("ANTHROPIC_BASE_URL", server.url())
              .with("ANTHROPIC_API_KEY", "sk-1");
      sluice.run("--retries", "0", "hi", "-a", image.toString());
      assertThat(server.requests().get(0).body())
          .contains(
              "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\"");

      assertThat(sluice.run("hi", "-a", sound.toString()))
          .isEqualTo(
              new Sluice.Ran(
                  ExitCode.NOTHING_SENT,
                  "",
                  "sluice: message 1: Anthropic takes no sound (input_audio); leave it out, or send"
                      + " its text\n"));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void whatCannotBeAttachedIsRefusedBeforeAnythingIsSent() throws IOException {
    Path text = Files.writeString(folder.resolve("a.png"), "text");
    Path empty = Files.createFile(folder.resolve("empty"));
    Path large = folder.resolve("large");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(20L * 1024 * 1024 + 1);
    }

    refused(
        text
            + " is of a kind that cannot be attached; known are PNG, JPEG, GIF, WebP, PDF, WAV and"
            + " MP3, and --file for text",
        "-a",
        text.toString());
    refused(empty + " is empty; attach another file", "-a", empty.toString());
    refused(large + " is larger than 20 MiB; attach a smaller one", "-a", large.toString());
    refused(folder + " is a folder; name a file", "-a", folder.toString());
    refused(folder + "/x does not exist; check the path", "-a", folder + "/x");
    refused("- is stdin, which can be read once; name it once", "-a", "-", "-f", "-");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    Path image = Files.write(folder.resolve("a.txt"), bytes(PNG));

    refused(
        image + " is a PNG image: byte 1 is 0x89; attach it with --attach", "-f", image.toString());
  }

  private static void refused(String why, String... args) {
    assertThat(Sluice.command().reading("hi").run(args))
        .isEqualTo(new Sluice.Ran(ExitCode.NOTHING_SENT, "", "sluice: " + why + "\n"));
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
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
