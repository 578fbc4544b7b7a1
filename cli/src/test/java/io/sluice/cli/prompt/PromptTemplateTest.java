package io.sluice.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTemplateTest {
  private static final Map<String, String> VALUES = Map.of("a", "1", "größe", "2", "x.y-z_0", "3");

  @ParameterizedTest
  @CsvSource({
    "'plain', 'plain\n\nIN'",
    "'', 'IN'",
    "'Say {a}', 'Say 1\n\nIN'",
    "'{a}{a}{größe}{x.y-z_0}', '1123\n\nIN'",
    "'{input}', 'IN'",
    "'{input}, {a}, {input}', 'IN, 1, IN'",
    "'{{a}}: {a}', '{a}: 1\n\nIN'",
    "'{{{a}}}', '{1}\n\nIN'",
    "'{{{{', '{{\n\nIN'",
    "'}}}}', '}}\n\nIN'",
    "'{{}}', '{}\n\nIN'",
    "'{{input}}', '{input}\n\nIN'",
    "'{a}\n', '1\n\nIN'",
    "'{input}\r\n\n', 'IN'"
  })
  void fieldsAndDoubledBracesAreReplaced(String text, String expected) {
    assertThat(PromptTemplate.parse(text).with(VALUES).around("IN")).isEqualTo(expected);
  }

  @Test
  void withoutInputTheTextStandsAlone() {
    assertThat(PromptTemplate.parse("Say {a}.").with(VALUES).around(" ")).isEqualTo("Say 1.");
    assertThat(PromptTemplate.parse("Say {input}.").around("")).isEqualTo("Say .");
  }

  @Test
  void theInputIsNoFieldToFill() {
    PromptTemplate template = PromptTemplate.parse("{b} {input} {a} {b}");

    assertThat(template.fields()).containsExactly("b", "a");
    assertThat(template.takesInput()).isTrue();
    assertThat(PromptTemplate.parse("{{input}}").takesInput()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a { b", "{", "}", "{}", "{a", "a}", "{a b}", "{ a }", "{{a}", "{{{a}}"})
  void aSingleBraceIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PromptTemplate.parse(text))
        .withMessageMatching(
            "the '[{}]' at character \\d+ belongs to no field such as \\{file}; write '(\\{\\{|}})'"
                + " for a brace");
  }

  /** Of braces above all, since those could be taken for more. */
  @Test
  void anyTextStaysAsItIsInAFieldAndWithDoubledBraces() {
    var random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      String any = text(random);
      String doubled = any.replace("{", "{{").replace("}", "}}");
      PromptTemplate template = PromptTemplate.parse("<" + doubled + "|{a}|{input}>");

      assertThat(template.with(Map.of("a", any)).around(any))
          .isEqualTo("<" + any + "|" + any + "|" + any + ">");
    }
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    String[] pieces = {
      "{", "}", "{a}", "{input}", "$1", "\\", "\n", " ", "ä", "\uD83D\uDE00", "%s"
    };
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }
}
