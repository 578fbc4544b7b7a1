package io.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeLanguageTest {

  @ParameterizedTest
  @CsvSource({"py, python", "PY, python", "Python, python", "C++, cpp", "Lisp, lisp", "'', ''"})
  void aLanguageHasOneName(String word, String name) {
    assertThat(CodeLanguage.name(word)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"python, py", "py, python", "sh, shell", "TS, typescript"})
  void aBlockIsFoundByAnyNameOfItsLanguage(String asked, String written) {
    String text = "```" + written + "\ncode\n```\n";
    assertThat(CodeSelection.parse(asked).of(text)).contains("code\n");
  }

  @Test
  void relatedLanguagesAreNotTheSame() {
    assertThat(CodeSelection.parse("json").of("```jsonc\n1\n```\n")).isEmpty();
    assertThat(CodeSelection.parse("c").of("```cpp\n1\n```\n")).isEmpty();
  }
}
