package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinkSpecTest {

  @Test
  void aNameAloneHasNoOptions() {
    assertThat(SinkSpec.parse("console").name()).isEqualTo("console");
    assertThat(SinkSpec.parse("console").options()).isEmpty();
  }

  @Test
  void optionsKeepTheOrderInWhichTheyWereWritten() {
    assertThat(SinkSpec.parse("file:path=a.jsonl,overwrite=true,format=jsonl").options())
        .containsExactly(
            entry("path", "a.jsonl"), entry("overwrite", "true"), entry("format", "jsonl"));
  }

  @Test
  void onlyTheFirstColonAndTheFirstEqualsSignSplit() {
    assertThat(SinkSpec.parse("http:url=http://host:80/?a=b").options())
        .containsExactly(entry("url", "http://host:80/?a=b"));
  }

  @Test
  void commasAndBackslashesCanBeEscaped() {
    assertThat(SinkSpec.parse("file:path=C:\\temp\\\\a\\,b.txt\\").options())
        .containsExactly(entry("path", "C:\\temp\\a,b.txt\\"));
  }

  @Test
  void aValueMayBeEmpty() {
    assertThat(SinkSpec.parse("file:prefix=").options()).containsExactly(entry("prefix", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          "" | sink spec '' names no sink; use name or name:key=value,key=value
          ":path=x" | sink spec ':path=x' names no sink; use name or name:key=value,key=value
          "file:" | sink 'file': '' is no option; use key=value, and \\, for a comma in a value
          "file:a.txt" | sink 'file': 'a.txt' is no option; use key=value, and \\, for a comma in a value
          "file:a=1,,b=2" | sink 'file': '' is no option; use key=value, and \\, for a comma in a value
          "file:=x" | sink 'file': '=x' names no option; use key=value
          "file:a=1,a=2" | sink 'file': option 'a' is given twice; give it once
          """)
  void whatIsNoSpecIsRefusedInOneLine(String spec, String message) {
    assertThatThrownBy(() -> SinkSpec.parse(spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
