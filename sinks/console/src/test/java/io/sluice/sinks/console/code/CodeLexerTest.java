package io.sluice.sinks.console.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeLexerTest {
  private static final List<String> PIECES =
      List.of(
          "\"",
          "'",
          "`",
          "\"\"\"",
          "'''",
          "\\",
          "//",
          "/*",
          "*/",
          "#",
          "--",
          "<!--",
          "-->",
          " ",
          "\t",
          "if",
          "return",
          "select",
          "x1",
          "3.14",
          "0xff",
          ".",
          "(",
          "}",
          "é",
          "漢字",
          "\uD83D\uDE00",
          "\uD83D",
          "\n");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java",
        "kotlin",
        "python",
        "javascript",
        "go",
        "rust",
        "c",
        "sh",
        "json",
        "yaml",
        "sql",
        "html",
        "unknown",
        ""
      })
  void thePartsOfEachLineAreTheLine(String language) {
    var random = new Random(7);
    for (int round = 0; round < 500; round++) {
      CodeLexer lexer = CodeLexer.of(language);
      for (String line : text(random).split("\n", -1)) {
        var parts = new StringBuilder();
        lexer.lex(line, (part, kind) -> parts.append(part));
        lexer.endLine();
        assertThat(parts).as(language).hasToString(line);
      }
    }
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(40); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
