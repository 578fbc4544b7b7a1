package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import org.junit.jupiter.api.Test;

class TokensJsonTest {
  private static final String EXACT = ",\"encoding\":\"o200k_base\",\"basis\":\"exact\"";
  private static final String MESSAGES = "[{\"role\":\"user\",\"content\":\"hi\"}]";

  @Test
  void fieldOfALineIsAText() {
    assertThat(fields("text", "{\"text\":\"hello world\"}\n\n{\"text\":\"\"}\n").out())
        .isEqualTo("{\"tokens\":2" + EXACT + "}\n{\"tokens\":0" + EXACT + "}\n");
  }

  @Test
  void arrayOfStringsIsAStreamOfDeltas() {
    assertThat(fields("deltas", "{\"deltas\":[\"hel\",\"lo\",\" world\",\"\"]}").out())
        .isEqualTo("{\"counts\":[1,1,2,2]}\n");
    assertThat(fields("deltas", "{\"deltas\":[\"a\\ud83d\",\"\\ude00\"]}\n{\"deltas\":[]}").out())
        .isEqualTo("{\"counts\":[2,2]}\n{\"counts\":[]}\n");
  }

  @Test
  void messagesOfALineAreAPromptOfItsModel() {
    String line = "{\"model\":\"gpt-5\",\"messages\":" + MESSAGES + "}\n";
    assertThat(fields("messages", line + "{\"messages\":" + MESSAGES + "}").out())
        .isEqualTo(
            "{\"tokens\":7"
                + EXACT
                + ",\"rule\":\"gpt-5\"}\n"
                + "{\"tokens\":8"
                + EXACT
                + ",\"rule\":\"gpt-4o\"}\n");
  }

  @Test
  void lineThatHoldsNothingToCountIsNamedAfterThoseBefore() {
    Sluice.Ran ran = fields("text", "{\"text\":\"hello\"}\n\n{\"texts\":\"\"}\n");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.out()).startsWith("{\"tokens\":1,");
    assertThat(ran.err()).contains("-: line 3: there is no field 'text'");
    assertThat(fields("text", "{\"text\":7}").err()).contains("neither a string nor an array");
  }

  @Test
  void messagesAreAPromptAsArrayOrRequest() {
    assertThat(Sluice.command().reading(MESSAGES).run("tokens", "--messages", "-").out())
        .isEqualTo("8\n");
    assertThat(
            Sluice.command()
                .reading("{\"model\":\"gpt-4o\",\"messages\":" + MESSAGES + "}")
                .run("tokens", "--messages", "-", "--json")
                .out())
        .isEqualTo("{\"tokens\":8" + EXACT + ",\"rule\":\"gpt-4o\"}\n");
    assertThat(Sluice.command().reading("7").run("tokens", "--messages", "-").err())
        .contains("give an array of messages or a whole request");
  }

  private static Sluice.Ran fields(String field, String lines) {
    return Sluice.command().reading(lines).run("tokens", "-m", "gpt-4o", "--jsonl-field", field);
  }
}
