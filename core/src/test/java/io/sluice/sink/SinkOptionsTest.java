package io.sluice.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinkOptionsTest {

  private static final List<SinkOption> DECLARED =
      List.of(
          SinkOption.of("text", SinkOption.Type.TEXT, ""),
          SinkOption.of("int", SinkOption.Type.INT, "").orElse("7"),
          SinkOption.of("size", SinkOption.Type.SIZE, ""),
          SinkOption.of("duration", SinkOption.Type.DURATION, ""),
          SinkOption.of("path", SinkOption.Type.PATH, ""),
          SinkOption.off("boolean", ""),
          SinkOption.oneOf("choice", List.of("auto", "text", "jsonl"), ""));

  @Test
  void eachTypeIsReadAsItsValue() {
    SinkOptions options =
        given(
            Map.of(
                "text",
                "a=b",
                "int",
                "-3",
                "size",
                "64k",
                "duration",
                "500ms",
                "path",
                "a/b",
                "boolean",
                "true",
                "choice",
                "text"));

    assertThat(options.text("text")).contains("a=b");
    assertThat(options.number("int")).contains(-3);
    assertThat(options.size("size")).contains(65_536L);
    assertThat(options.duration("duration")).contains(Duration.ofMillis(500));
    assertThat(options.path("path")).contains(Path.of("a", "b"));
    assertThat(options.on("boolean")).isTrue();
    assertThat(options.text("choice")).contains("text");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "yes, true", "false, false", "no, false"})
  void aBooleanIsSaidInEitherWords(String word, boolean meant) {
    assertThat(given(Map.of("boolean", word)).on("boolean")).isEqualTo(meant);
  }

  @Test
  void whatIsNotGivenHasItsStandardValueOrNone() {
    SinkOptions options = given(Map.of());

    assertThat(options.text("text")).isEmpty();
    assertThat(options.number("int")).contains(7);
    assertThat(options.on("boolean")).isFalse();
    assertThat(options.text("choice")).contains("auto");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int      | 1.5                 | option 'int' is '1.5'; use a whole number
          size     | 64kb                | option 'size' is '64kb'; use bytes, such as 64k or 10M
          size     | 999999999999999G    | option 'size' is '999999999999999G'; use bytes, such as 64k or 10M
          duration | 10                  | option 'duration' is '10'; use a duration such as 500ms, 10s or 2m
          path     | ''                  | option 'path' is ''; use a path
          boolean  | 1                   | option 'boolean' is '1'; use true or false
          choice   | jsnl                | option 'choice' is 'jsnl'; did you mean 'jsonl'? use one of auto, text, jsonl
          choice   | yaml                | option 'choice' is 'yaml'; use one of auto, text, jsonl
          chioce   | text                | unknown option 'chioce'; did you mean 'choice'? known: boolean, choice, duration, int, path, size, text
          """)
  void whatDoesNotFitIsRefusedInOneLine(String option, String value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> given(Map.of(option, value)))
        .withMessage(message);
  }

  @Test
  void aStandardValueIsOfTheTypeItself() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SinkOption.of("every", SinkOption.Type.DURATION, "").orElse("often"))
        .withMessage("option 'every' is 'often'; use a duration such as 500ms, 10s or 2m");
  }

  @Test
  void anOptionThatCouldNotBeWrittenOrChosenIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SinkOption.off("a=b", ""))
        .withMessage("an option cannot be named 'a=b'; use letters, digits and -._");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SinkOption.of("format", SinkOption.Type.ONE_OF, ""))
        .withMessage("option 'format' has no choices; make it by SinkOption.oneOf");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SinkOption.of("n", SinkOption.Type.ONE_OF, "figures"))
        .withMessage("option 'n' has no choices; make it by SinkOption.oneOf");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SinkOption.oneOf("n", List.of(), "figures"))
        .withMessage("option 'n' has no choices; give it some");
  }

  @Test
  void aFactoryReadsWhatItDeclaredAsItDeclaredIt() {
    SinkOptions options = given(Map.of());

    assertThatIllegalStateException()
        .isThrownBy(() -> options.text("color"))
        .withMessage("option 'color' was never declared by its factory");
    assertThatIllegalStateException()
        .isThrownBy(() -> options.path("text"))
        .withMessage("option 'text' was declared as TEXT and is read as PATH");
  }

  private static SinkOptions given(Map<String, String> values) {
    return SinkOptions.of(DECLARED, values);
  }
}
