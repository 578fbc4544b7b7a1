package io.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          jq -r  .data            | jq;-r;.data
          `  jq  `                | jq
          sh -c 'a "b" \\c'       | sh;-c;a "b" \\c
          say "it's \\"so\\""     | say;it's "so"
          a\\ b c\\d              | a b;c\\d
          'a'"b"c                 | abc
          rm $HOME/* `;` ls       | rm;$HOME/*;`;`;ls
          """)
  void blanksSplitAndQuotesHoldTogetherAndNothingElseMeansAnything(String command, String words) {
    assertThat(String.join(";", CommandWords.split(command))).isEqualTo(words);
  }

  @Test
  void emptyQuotesAreAnEmptyWordAndBlanksAreNone() {
    assertThat(CommandWords.split("a '' b")).containsExactly("a", "", "b");
    assertThat(CommandWords.split("  ")).isEmpty();
  }

  @Test
  void aQuoteThatIsNotClosedIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandWords.split("say 'hello"))
        .withMessage("command has a ' that is not closed; close it, or put \\ before it");
  }
}
