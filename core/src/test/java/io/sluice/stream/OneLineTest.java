package io.sluice.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

  @Test
  void lineBreaksAndControlCharactersBecomeOneSpace() {
    assertThat(OneLine.of(" a\r\n\tb\u001b[31m\u0000c\u2028d\u0085 ")).isEqualTo("a b [31m c d");
  }

  @Test
  void longTextIsCut() {
    assertThat(OneLine.of("é".repeat(10_000))).hasSize(OneLine.MOST).endsWith("…");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Incorrect API key provided: sk-proj-abcDEF123. See the docs | sk-proj-abcDEF123
          Incorrect API key provided: hunter-two.                     | hunter-two
          invalid key 'letmein'                                       | letmein
          header Authorization: Bearer abcdefgh was refused           | abcdefgh
          api_key=abcdef refused                                      | abcdef
          the key ab12cd34ef56 is unknown                             | ab12cd34ef56
          bad gsk_abcdefghijkl                                        | gsk_abcdefghijkl
          """)
  void aKeyThatTheServerQuotesIsMasked(String said, String key) {
    assertThat(OneLine.of(said)).doesNotContain(key).contains("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid API key provided. Ensure your API key is correct and active.",
        "This model's maximum context length is 1048565 tokens.",
        "The model `gpt-5.2-proo` does not exist or you do not have access to it.",
        "missing key messages in the request"
      })
  void wordsOfALanguageAreLeftAlone(String said) {
    assertThat(OneLine.of(said)).isEqualTo(said);
  }
}
