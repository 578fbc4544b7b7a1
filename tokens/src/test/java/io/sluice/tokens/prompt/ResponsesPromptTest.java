package io.sluice.tokens.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.tokens.Basis;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenCounter;
import io.sluice.tokens.TokenEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsesPromptTest {
  private static final String ID = "\"id\": \"fc_1\", ";
  private static final String RESULTS = result("1") + "," + result("2");

  @Test
  void instructionsAreAMessageOfTheSystem() {
    long alone = count("gpt-4o", "\"input\": \"Hello\"").counted().tokens();

    assertThat(alone).isEqualTo(8);
    assertThat(
            count("gpt-4o", "\"instructions\": \"Hello\", \"input\": \"Hello\"").counted().tokens())
        .isEqualTo(alone + 5);
  }

  @ParameterizedTest
  @CsvSource({"gpt-4o, 1, 0", "gpt-5, 1, 2", "gpt-5.4, 0, 0", "gpt-5.6, 0, 0"})
  void resultIsAddressedIfTheServerFindsTheCall(String model, int single, int parallel) {
    long addressed = tokens("functions.add to=assistant") - tokens("functions.add");

    assertThat(of(model, call("1", ID) + "," + result("1")))
        .isEqualTo(of(model, call("1", "") + "," + result("1")) + single * addressed);
    assertThat(of(model, call("1", ID) + "," + call("2", ID) + "," + RESULTS))
        .isEqualTo(
            of(model, call("1", "") + "," + call("2", "") + "," + RESULTS) + parallel * addressed);
  }

  @Test
  void argumentsAreCountedAsTheyAre() {
    long spaced = of("gpt-4o", call("1", "") + "," + result("1"));

    assertThat(of("gpt-4o", call("1", "").replace("[ 1,  2 ]", "[1,2]") + "," + result("1")))
        .isEqualTo(spaced - tokens("[ 1,  2 ]") + tokens("[1,2]"));
  }

  @Test
  void parallelCallsAreNotExactByGpt5() {
    PromptCount one = count("gpt-5", input(call("1", "") + "," + result("1")));
    PromptCount two = count("gpt-5", input(call("1", "") + "," + call("2", "") + "," + RESULTS));

    assertThat(one.counted().basis()).isEqualTo(Basis.EXACT);
    assertThat(one.rule()).isEqualTo("gpt-5+responses+calls");
    assertThat(two.counted().basis()).isEqualTo(Basis.ESTIMATED);
    assertThat(two.rule()).isEqualTo("gpt-5+responses+calls+parallel");
  }

  @Test
  void itemsThatNoRuleCoversAreNamedByTheirNumber() {
    assertThat(count("gpt-5", input("{\"type\": \"reasoning\", \"summary\": []}")).withoutRule())
        .contains("item 1: type 'reasoning'");
    assertThat(count("gpt-5", input(result("9"))).withoutRule())
        .containsExactly("item 1: a result without its call");
  }

  private static String call(String number, String id) {
    return "{\"type\": \"function_call\", "
        + id
        + "\"call_id\": \"%s\", \"name\": \"add\", \"arguments\": \"[ 1,  2 ]\"}".formatted(number);
  }

  private static String result(String number) {
    return "{\"type\": \"function_call_output\", \"call_id\": \"%s\", \"output\": \"3\"}"
        .formatted(number);
  }

  private static String input(String items) {
    return "\"input\": [" + items + "]";
  }

  private static long of(String model, String items) {
    return count(model, input(items)).counted().tokens();
  }

  private static PromptCount count(String model, String members) {
    return new PromptTokens(ModelEncoding.of(model)).count(PromptRequest.read("{" + members + "}"));
  }

  private static long tokens(String text) {
    return TokenCounter.count(TokenEncoding.O200K_BASE, text);
  }
}
