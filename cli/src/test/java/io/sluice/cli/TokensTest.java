package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
  private static final String TAIL = ",\"encoding\":\"o200k_base\",\"basis\":\"exact\"}\n";

  @Test
  void aTextIsANumber() {
    assertThat(Sluice.command().reading("hello world").run("tokens", "-m", "gpt-4o").out())
        .isEqualTo("2\n");
  }

  @Test
  void severalTextsAreNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "hello");

    assertThat(Sluice.command().reading("hello world").run("tokens", file.toString(), "-").out())
        .isEqualTo("1\t" + file + "\n2\t-\n");
  }

  @Test
  void jsonSaysWhatWasCountedWith() {
    Sluice sluice = Sluice.command().reading("hello world");

    assertThat(sluice.run("tokens", "--json", "-m", "gpt-4o").out())
        .isEqualTo("{\"tokens\":2" + TAIL);
    assertThat(Sluice.command().run("tokens", "--json", "--encoding", "cl100k_base").out())
        .isEqualTo("{\"tokens\":0,\"encoding\":\"cl100k_base\",\"basis\":\"exact\"}\n");
    assertThat(Sluice.command().run("tokens", "--json").out()).contains("\"basis\":\"assumed\"");
  }

  @Test
  void linesAreCountedApart() {
    assertThat(Sluice.command().reading("hello world\nhello\r\n").run("tokens", "--lines").out())
        .isEqualTo("2\n1\n");
  }

  @Test
  void fieldsOfJsonLinesAreTextsDeltasOrMessages() {
    assertThat(
            reading("{\"text\":\"hello world\"}\n\n{\"text\":\"\"}\n")
                .run("tokens", "-m", "gpt-4o", "--jsonl-field", "text")
                .out())
        .isEqualTo("{\"tokens\":2" + TAIL + "{\"tokens\":0" + TAIL);
    assertThat(
            reading("{\"deltas\":[\"hel\",\"lo\",\" world\",\"\"]}\n")
                .run("tokens", "--jsonl-field", "deltas")
                .out())
        .isEqualTo("{\"counts\":[1,1,2,2]}\n");
    assertThat(
            reading("{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}")
                .run("tokens", "-m", "gpt-3.5-turbo", "--jsonl-field", "messages")
                .out())
        .isEqualTo("{\"tokens\":8" + TAIL);
  }

  @Test
  void messagesAreAPromptAsArrayOrRequest() {
    String messages = "[{\"role\":\"user\",\"content\":\"hi\"}]";

    assertThat(Sluice.command().reading(messages).run("tokens", "--messages", "-").out())
        .isEqualTo("8\n");
    assertThat(
            Sluice.command()
                .reading("{\"model\":\"gpt-4o\",\"messages\":" + messages + "}")
                .run("tokens", "--messages", "-", "--json")
                .out())
        .isEqualTo("{\"tokens\":8" + TAIL);
  }

  private static Sluice reading(String lines) {
    return Sluice.command().reading(lines);
  }
}
