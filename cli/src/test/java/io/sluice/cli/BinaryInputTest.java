package io.sluice.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.cli.command.ExitCode;
import io.sluice.json.RequestJson;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no text is refused wherever text is read, and nothing of it is sent. */
class BinaryInputTest {
  private static final byte[] PNG = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(ISO_8859_1);
  private static final String CONVERT =
      "; convert other encodings first, as with iconv -f LATIN1 -t UTF-8\n";

  private final List<ChatRequest> asked = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void anImageIsNamedByEachCommand() {
    for (String command : new String[] {"ask", "inspect", "compare", "chat", "tokens"}) {
      Sluice.Ran ran = run(PNG, command);

      assertThat(ran.code()).as(command).isEqualTo(ExitCode.NOTHING_SENT);
      assertThat(ran.err())
          .as(command)
          .isEqualTo("sluice: stdin is a PNG image: byte 1 is 0x89; attach it with --attach\n");
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void thePlaceOfTheFirstBadByteIsTold() {
    assertThat(run("Grüße".getBytes(ISO_8859_1), "ask").err())
        .isEqualTo("sluice: stdin is no UTF-8 text: byte 3 is 0xFC" + CONVERT);
    assertThat(run("a\0b".getBytes(UTF_8), "ask").err())
        .isEqualTo("sluice: stdin is no UTF-8 text: byte 2 is NUL" + CONVERT);
    assertThat(run(new byte[] {'a', (byte) 0xE2, (byte) 0x82}, "ask").err())
        .isEqualTo("sluice: stdin is no UTF-8 text: byte 2 is 0xE2" + CONVERT);
    assertThat(run("one".getBytes(UTF_16), "ask").err())
        .isEqualTo(
            "sluice: stdin is UTF-16 text, not UTF-8: byte 1 is 0xFE; convert it first, as with"
                + " iconv -f UTF-16 -t UTF-8\n");
    assertThat(asked).isEmpty();
  }

  @Test
  void thePlaceIsThatInTheWholeFileHoweverItIsRead() throws IOException {
    byte[] bytes = "x".repeat(200_000).getBytes(UTF_8);
    bytes[150_000] = (byte) 0xFF;
    Path file = Files.write(folder.resolve("long.txt"), bytes);

    for (String flag : new String[] {"--lines", "--show", "--json"}) {
      assertThat(Sluice.command().run("tokens", flag, file.toString()).err())
          .isEqualTo("sluice: " + file + " is no UTF-8 text: byte 150001 is 0xFF" + CONVERT);
    }
    assertThat(Sluice.command().run("tokens", "--messages", file.toString()).err())
        .isEqualTo("sluice: " + file + " is no UTF-8 text: byte 150001 is 0xFF" + CONVERT);
  }

  @Test
  void whatWasAskedBeforeTheBadLineIsAnswered() {
    Sluice.Ran ran = run("one\ntw\u00f6\nthree\n".getBytes(ISO_8859_1), "chat");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err()).isEqualTo("sluice: stdin is no UTF-8 text: byte 7 is 0xF6" + CONVERT);
    assertThat(asked).hasSize(1);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws IOException {
    byte[] marked = "\uFEFFhello\n".getBytes(UTF_8);
    run(marked, "ask");
    run(marked, "chat");
    Path file = Files.write(folder.resolve("marked.txt"), marked);

    assertThat(asked)
        .hasSize(2)
        .allSatisfy(request -> assertThat(request.messages().get(0).content()).hasValue("hello"));
    assertThat(Sluice.command().run("tokens", file.toString()).out()).isEqualTo("2\n");
  }

  @Test
  void aConversationWithoutAQuestionSaysSo() {
    Sluice.Ran ran = run(new byte[0], "chat");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.err()).isEqualTo("stdin held no question; pipe in one a line\n");
  }

  private Sluice.Ran run(byte[] stdin, String command) {
    try (Simulator server =
        Simulator.builder()
            .onRequest(request -> asked.add(RequestJson.read(request.body())))
            .start()) {
      return Sluice.command()
          .with("OPENAI_BASE_URL", server.baseUrl().toString())
          .reading(stdin)
          .run(command);
    }
  }
}
