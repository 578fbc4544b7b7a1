package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.cli.terminal.Terminals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
  private static final String EXACT = ",\"encoding\":\"o200k_base\",\"basis\":\"exact\"";
  private static final String TAIL = EXACT + "}\n";

  @Test
  void aTextIsANumber() {
    assertThat(reading("hello world").run("tokens", "-m", "gpt-4o").out()).isEqualTo("2\n");
    assertThat(reading("").run("tokens").out()).isEqualTo("0\n");
  }

  @Test
  void severalTextsAreNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "hello");

    assertThat(reading("hello world").run("tokens", file.toString(), "-").out())
        .isEqualTo("1\t" + file + "\n2\t-\n");
  }

  @Test
  void jsonSaysWhatWasCountedWith() {
    assertThat(reading("hello world").run("tokens", "--json", "-m", "gpt-4o").out())
        .isEqualTo("{\"tokens\":2" + TAIL);
    assertThat(Sluice.command().run("tokens", "--json", "--encoding", "cl100k_base").out())
        .isEqualTo("{\"tokens\":0,\"encoding\":\"cl100k_base\",\"basis\":\"exact\"}\n");
    assertThat(Sluice.command().run("tokens", "--json").out()).contains("\"basis\":\"assumed\"");
  }

  @Test
  void linesAreCountedApart() {
    assertThat(reading("hello world\nhello\r\n\nhi\rthere").run("tokens", "--lines").out())
        .isEqualTo("2\n1\n0\n3\n");
  }

  @Test
  void blocksEndNeitherCharactersNorLines() {
    String line = "\uD83D\uDE00 still water runs deep, \u00FCber \u4E2D\u6587\r\n";
    String lines = line.repeat(10_000) + "x" + line.repeat(10_000);
    Sluice.Ran apart = reading(lines).run("tokens", "--lines", "-m", "gpt-4o");
    String each = reading(line.strip()).run("tokens", "-m", "gpt-4o").out();

    assertThat(apart.out().lines().filter(count -> !(count + "\n").equals(each))).hasSize(1);
    assertThat(apart.out().lines()).hasSize(20_000);
  }

  @Test
  void aTokenIsShownInAColourOrWithAStroke() {
    assertThat(reading("hello\n\u001b \uD83D\uDE80").run("tokens", "--show").out())
        .isEqualTo("hello\u2502\n\u2502\u001b\u2502 \\xF0\\x9F\\x9A\u2502\\x80\u2502\n");
    var terminal = Sluice.command().on(new Terminals(false, true, false));
    assertThat(terminal.reading("hello\u001b\n").run("tokens", "--show").out())
        .isEqualTo(
            "\u001b[30;46mhello\u001b[0m\u001b[30;43m\uFFFD\u001b[0m"
                + "\u001b[30;42m\u001b[0m\n\u001b[30;42m\u001b[0m\n");
    assertThat(terminal.reading("hello").with("NO_COLOR", "1").run("tokens", "--show").out())
        .isEqualTo("hello\u2502\n");
  }

  @Test
  void partOfACharacterIsShownAsItsBytes() {
    assertThat(reading("\u2603").run("tokens", "--show", "--encoding", "r50k_base").out())
        .isEqualTo("\\xE2\\x98\u2502\\x83\u2502\n");
  }

  @Test
  void waysToCountExcludeEachOther() {
    Sluice.Ran ran = reading("").run("tokens", "--lines", "--show");
    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err()).contains("--lines and --show exclude each other; leave one of them");
  }

  private static Sluice reading(String text) {
    return Sluice.command().reading(text);
  }
}
