package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The flags that become a part of the request. */
class RequestFlagsTest {
  @Test
  void flagsBecomeTheRequestAndWinOverVariables() {
    Sluice sluice = Sluice.command().with("SLUICE_MODEL", "a").with("SLUICE_SEED", "7");

    assertThat(
            UserHome.sentText(
                sluice,
                "-m",
                "b",
                "-s",
                "Be brief",
                "-t0.5",
                "--top-p",
                "0.9",
                "--max-tokens=9",
                "-n",
                "2",
                "--stop",
                "x",
                "--stop",
                "y",
                "--param",
                "user=\"anna\"",
                "hello"))
        .contains(
            "\"model\":\"b\"",
            "{\"role\":\"system\",\"content\":\"Be brief\"}",
            "\"temperature\":0.5",
            "\"top_p\":0.9",
            "\"seed\":7",
            "\"n\":2",
            "\"stop\":[\"x\",\"y\"]",
            "\"user\":\"anna\"",
            "\"stream\":true",
            "\"include_usage\":true");
    assertThat(UserHome.sentText(sluice, "--no-include-usage", "hello"))
        .contains("\"model\":\"a\"")
        .doesNotContain("include_usage");
    assertThat(UserHome.sentText(sluice, "--no-stream", "hello")).doesNotContain("\"stream\":true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "user=anna | \"user\":\"anna\"",
        "user=\"anna\" | \"user\":\"anna\"",
        "a=b=\"c\" | \"a\":\"b=\\\"c\\\"\"",
        "a=1.5 | \"a\":1.5",
        "a=1.2.3 | \"a\":\"1.2.3\"",
        "a=true | \"a\":true",
        "a={\"b\":[]} | \"a\":{\"b\":[]}"
      })
  void aParameterIsJsonOrElseAText(String param, String field) {
    assertThat(UserHome.sentText(Sluice.command(), "--param", param, "hello")).contains(field);
  }

  @ParameterizedTest
  @CsvSource({"x={bad", "x=[1", "x=\"a", "x="})
  void aParameterThatBeginsAsJsonMustBeJson(String param) {
    assertThat(Sluice.command().run("--param", param, "hello").err())
        .isEqualTo(
            "sluice: --param is '"
                + param
                + "', whose value is no JSON; correct it, or give a text without quotes\n");
  }

  @Test
  void theReasoningEffortIsAFieldThatAParameterOverrules() {
    Sluice sluice = Sluice.command().with("SLUICE_REASONING_EFFORT", "low");

    assertThat(UserHome.sentText(sluice, "hello")).contains("\"reasoning_effort\":\"low\"");
    assertThat(UserHome.sentText(sluice, "--reasoning-effort", "high", "hello"))
        .contains("\"reasoning_effort\":\"high\"");
    assertThat(UserHome.sentText(sluice, "--param", "reasoning_effort=none", "hello"))
        .contains("\"reasoning_effort\":\"none\"");
  }
}
