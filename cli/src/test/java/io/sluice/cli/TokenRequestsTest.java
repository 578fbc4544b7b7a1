package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import org.junit.jupiter.api.Test;

class TokenRequestsTest {
  private static final String ENCODING = ",\"encoding\":\"o200k_base\"";
  private static final String CHAT =
      "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
  private static final String RESPONSES =
      "{\"model\":\"gpt-5\",\"instructions\":\"hi\",\"input\":\"hi\"}";
  private static final String TOOL =
      "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],"
          + "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"bye\",\"parameters\":"
          + "{\"properties\":{\"a\":{\"not\":{}}}}}}]}";

  @Test
  void eachLineIsARequestOfItsApi() {
    assertThat(requests(CHAT + "\n\n" + RESPONSES + "\n").out())
        .isEqualTo(
            "{\"tokens\":8"
                + ENCODING
                + ",\"basis\":\"exact\",\"rule\":\"gpt-4o\"}\n"
                + "{\"tokens\":12"
                + ENCODING
                + ",\"basis\":\"exact\",\"rule\":\"gpt-5+responses\"}\n");
  }

  @Test
  void constructsWithoutARuleAreNamed() {
    assertThat(requests(TOOL).out())
        .contains(
            "\"basis\":\"estimated\",\"rule\":\"gpt-4o+tools\","
                + "\"without_rule\":[\"tool bye: not\"]}");
  }

  @Test
  void lineThatIsNoRequestIsNamedAfterThoseBefore() {
    Sluice.Ran ran = requests(CHAT + "\n{\"model\":\"gpt-4o\"}\n" + CHAT);

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.out()).startsWith("{\"tokens\":8,").hasLineCount(1);
    assertThat(ran.err()).contains("-: line 2: no request").hasLineCount(1);
    assertThat(requests("{").err()).contains("-: line 1: malformed JSON");
  }

  @Test
  void showNamesTheTokensOfEachPart() {
    assertThat(show(CHAT))
        .isEqualTo(
            """
                   3  begin of the answer
                   5  message 1 (user)
                   8  all (exact, by the rule gpt-4o)
            """);
    assertThat(show(TOOL))
        .contains("  tool bye\n")
        .contains("  all (estimated, by the rule gpt-4o+tools)\n")
        .endsWith("no rule covers tool bye: not\n");
    assertThat(show(CHAT, "--json"))
        .endsWith(
            "\"parts\":[{\"part\":\"begin of the answer\",\"tokens\":3},"
                + "{\"part\":\"message 1 (user)\",\"tokens\":5}]}\n");
  }

  @Test
  void requestsExcludeTheOtherWaysToCount() {
    assertThat(Sluice.command().reading("").run("tokens", "--requests", "-", "--show").err())
        .contains("--requests and --show exclude each other");
  }

  private static Sluice.Ran requests(String lines) {
    return Sluice.command().reading(lines).run("tokens", "--requests", "-");
  }

  private static String show(String request, String... more) {
    String[] words = new String[4 + more.length];
    System.arraycopy(new String[] {"tokens", "--messages", "-", "--show"}, 0, words, 0, 4);
    System.arraycopy(more, 0, words, 4, more.length);
    return Sluice.command().reading(request).run(words).out();
  }
}
