package io.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectedCodeTest {
  private static final String THREE =
      "a\n```python\none\n```\nb\n~~~ Bash,ignore\ntwo\n~~~\n```python\nthree\n```\nc\n";

  @ParameterizedTest
  @CsvSource({
    "first, one",
    "last, three",
    "1, one",
    "2, two",
    "3, three",
    "python, one",
    "PYTHON, one",
    "bash, two"
  })
  void aBlockIsSelectedByItsPlaceOrItsLanguageAtEverySplit(String which, String content) {
    CodeSelection selection = CodeSelection.parse(which);

    assertThat(selection.of(THREE)).hasValue(content + "\n");
    for (int cut = 0; cut <= THREE.length(); cut++) {
      assertThat(taken(selection, THREE.substring(0, cut), THREE.substring(cut)))
          .isEqualTo(content + "\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "pyth", "go"})
  void withoutTheBlockTheWholeTextIsTaken(String which) {
    CodeSelection selection = CodeSelection.parse(which);

    assertThat(selection.of(THREE)).isEmpty();
    assertThat(taken(selection, THREE)).isEqualTo(THREE);
  }

  @Test
  void theFirstBlockIsHandedOutAsItArrives() {
    var code = new SelectedCode(CodeSelection.first());

    assertThat(code.add("so:\n```\nab")).isEqualTo("ab");
    assertThat(code.add("c\n``")).isEqualTo("c\n");
    assertThat(code.add("`\nand\n```\nd\n```")).isEmpty();
    assertThat(code.end("unused")).isEmpty();
  }

  @Test
  void aBlockThatTheTextEndsWithinCounts() {
    assertThat(CodeSelection.first().of("x\n```sh")).hasValue("");
    assertThat(CodeSelection.last().of("```\na\n```\n```\nb")).hasValue("b");
    assertThat(CodeSelection.last().of("none")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1.5", "a b", "`", "99999999999"})
  void whatNamesNoBlockIsRefused(String text) {
    assertThatThrownBy(() -> CodeSelection.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'" + text + "' names no code block; use first, last, a number from 1, or a language");
  }

  @Test
  void aSelectionIsWrittenAsItIsRead() {
    for (String text : new String[] {"1", "last", "2", "c++"}) {
      assertThat(CodeSelection.parse(text)).hasToString(text).isEqualTo(CodeSelection.parse(text));
    }
    assertThat(CodeSelection.parse("first")).isEqualTo(CodeSelection.first());
  }

  private static String taken(CodeSelection selection, String... parts) {
    var code = new SelectedCode(selection);
    var out = new StringBuilder();
    for (String part : parts) {
      out.append(code.add(part));
    }
    return out + code.end(String.join("", parts));
  }
}
