package io.sluice.tokens.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Tool;
import io.sluice.tokens.Basis;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenCount;
import io.sluice.tokens.TokenCounter;
import io.sluice.tokens.TokenEncoding;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTokensTest {
  private static final String HELLO = "{\"role\": \"user\", \"content\": \"Hello\"}";

  @Test
  void messagesAreWrappedAndTheAnswerIsPrimed() {
    var request = ChatRequest.of("gpt-4o", "Hello");

    assertThat(count(request).counted()).isEqualTo(new TokenCount(3 + 1 + 1 + 3, Basis.EXACT));
    assertThat(count(request.toBuilder().system("Hello").build()).counted().tokens())
        .isEqualTo(2 * (3 + 1 + 1) + 3);
  }

  @Test
  void nameCostsItsOwnAndOneMore() {
    var named = Message.user("Hello").with("name", new Json("\"Ada\""));

    assertThat(count(ChatRequest.builder("gpt-4o").message(named).build()).counted().tokens())
        .isEqualTo(8 + 1 + TokenCounter.count(TokenEncoding.O200K_BASE, "Ada"));
  }

  @Test
  void partsOfTextAreOneText() {
    var content =
        new Json("[{\"type\":\"text\",\"text\":\"Hel\"},{\"type\":\"text\",\"text\":\"lo\"}]");
    var message = Message.user("").with("content", content);

    assertThat(count(ChatRequest.builder("gpt-4o").message(message).build()).counted())
        .isEqualTo(new TokenCount(8, Basis.EXACT));
  }

  @Test
  void earlierAnswersCostMoreByGpt5() {
    String messages = HELLO + ", {\"role\": \"assistant\", \"content\": \"Hello\"}, " + HELLO;

    assertThat(chat("gpt-5", messages, "").counted())
        .isEqualTo(new TokenCount(3 * 5 + 2 + 2, Basis.EXACT));
    assertThat(chat("o3-mini", messages, "").counted())
        .isEqualTo(new TokenCount(3 * 5 + 2, Basis.EXACT));
    assertThat(chat("mistral", messages, "").counted().basis()).isEqualTo(Basis.ESTIMATED);
  }

  @Test
  void toolsAreWrittenBehindTheSystemMessageOrAlone() {
    String tools = ", \"tools\": " + Tools.chat(Tools.BOOK, Tools.BYE, Tools.ADD);
    String system = "{\"role\": \"system\", \"content\": \"Be brief.\"}, ";

    assertThat(chat("gpt-4o", HELLO, tools).counted()).isEqualTo(new TokenCount(160, Basis.EXACT));
    assertThat(chat("gpt-4o", system + HELLO, tools).counted().tokens()).isEqualTo(163);
  }

  @Test
  void toolsOfTheResponsesApiAreApartFromMessages() {
    String tools = ", \"tools\": " + Tools.responses(Tools.BOOK, Tools.BYE, Tools.ADD);

    assertThat(responses("gpt-4o", "\"Hello\"", tools).counted())
        .isEqualTo(new TokenCount(154, Basis.ESTIMATED));
    assertThat(responses("gpt-5", "\"Hello\"", tools).counted())
        .isEqualTo(new TokenCount(159, Basis.EXACT));
    assertThat(responses("gpt-5", "\"Hello\"", tools).rule()).isEqualTo("gpt-5+responses+tools");
  }

  @Test
  void toolsOfRequestsInCodeAreThoseOfJson() {
    var add = new Tool("add", "Adds.", new Json("{\"properties\":{\"a\":{\"type\":\"number\"}}}"));
    String json =
        "{\"name\":\"add\",\"description\":\"Adds.\",\"parameters\":" + add.parameters() + "}";

    assertThat(count(ChatRequest.builder("gpt-4o").user("Hello").tool(add).build()))
        .isEqualTo(chat("gpt-4o", HELLO, ", \"tools\": " + Tools.chat(json)));
    assertThat(chat("gpt-4o", HELLO, ", \"functions\": [" + json + "]"))
        .isEqualTo(chat("gpt-4o", HELLO, ", \"tools\": " + Tools.chat(json)));
  }

  @Test
  void schemaOfTheAnswerCostsItsNameOnceMore() {
    String schema =
        """
        "name": "city", "description": "A city", "strict": true, "schema": {"type": "object",
        "properties": {"name": {"type": "string", "minLength": 2}, "people": {"type": "integer"}}}}
        """;

    assertThat(
            chat(
                    "gpt-4o",
                    HELLO,
                    ", \"response_format\": {\"type\": \"json_schema\", \"json_schema\": {"
                        + schema
                        + "}")
                .counted())
        .isEqualTo(new TokenCount(47, Basis.EXACT));
    assertThat(
            responses(
                    "gpt-4o",
                    "\"Hello\"",
                    ", \"text\": {\"format\": {\"type\": \"json_schema\"," + schema + "}")
                .counted())
        .isEqualTo(new TokenCount(41, Basis.EXACT));
  }

  @Test
  void callsAndResultsAreMessagesOfTheirOwnForm() {
    String ask = "{\"role\": \"user\", \"content\": \"Add\"}, ";
    String add = call("1", "add", "{\\\"a\\\": 2, \\\"b\\\": 3}");
    String one = ask + calls(add) + result("1", "5");
    String two = ask + calls(add, call("2", "bye", "{}")) + result("1", "5") + result("2", "ok");

    assertThat(chat("gpt-4o", one, "").counted()).isEqualTo(new TokenCount(33, Basis.EXACT));
    assertThat(chat("gpt-4o", two, "").counted()).isEqualTo(new TokenCount(69, Basis.EXACT));
    assertThat(chat("gpt-4o", two, "").rule()).isEqualTo("gpt-4o+calls+parallel");
    assertThat(chat("gpt-4", one, "").counted().basis()).isEqualTo(Basis.ESTIMATED);
  }

  @Test
  void choiceOfAFunctionCostsItsName() {
    String tools = ", \"tools\": " + Tools.chat(Tools.ADD);
    long free = chat("gpt-4o", HELLO, tools).counted().tokens();

    assertThat(chosen("{\"type\":\"function\",\"function\":{\"name\":\"add\"}}"))
        .isEqualTo(free + 7 + TokenCounter.count(TokenEncoding.O200K_BASE, ".add"));
    assertThat(chosen("\"none\"")).isEqualTo(free + 1);
    assertThat(chosen("\"required\"")).isEqualTo(free);
    assertThat(chosen("\"auto\"")).isEqualTo(free);
  }

  private static long chosen(String choice) {
    String tools = ", \"tools\": " + Tools.chat(Tools.ADD) + ", \"tool_choice\": " + choice;
    return chat("gpt-4o", HELLO, tools).counted().tokens();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"tools\": [{\"type\": \"web_search\"}]",
        "\"previous_response_id\": \"resp_1\"",
        "\"tools\": [{\"type\": \"custom\", \"name\": \"free\"}]",
        "\"text\": {\"format\": {\"type\": \"grammar\"}}"
      })
  void whatNoRuleCoversMakesAnEstimateAndIsNamed(String member) {
    PromptCount counted = responses("gpt-5", "\"Hello\"", ", " + member);

    assertThat(counted.counted().basis()).isEqualTo(Basis.ESTIMATED);
    assertThat(counted.withoutRule()).hasSize(1);
  }

  @Test
  void keywordsOfASchemaThatNoRuleCoversAreNamedWithTheirTool() {
    String tool =
        "{\"name\":\"f\",\"parameters\":{\"type\":\"object\",\"properties\":{\"a\":{\"not\":{}}}}}";
    PromptCount counted = chat("gpt-4o", HELLO, ", \"tools\": " + Tools.chat(tool));

    assertThat(counted.counted().basis()).isEqualTo(Basis.ESTIMATED);
    assertThat(counted.withoutRule()).containsExactly("tool f: not");
  }

  @Test
  void picturesCostWhatTheirSizeSays() {
    String seen = picture("data:image/gif;base64,R0lGODlhAAIAAgAAAAAA"); // 512 by 512

    assertThat(chat("gpt-4o", seen, "").counted())
        .isEqualTo(new TokenCount(3 + 3 + 1 + 85 + 170, Basis.EXACT));
    assertThat(chat("gpt-4.1-mini", seen, "").counted().basis()).isEqualTo(Basis.ESTIMATED);
    assertThat(chat("gpt-4o", picture("https://example.org/a.png"), "").withoutRule())
        .containsExactly("message 1: a picture whose size is not in the request");
  }

  @Test
  void largeRequestsAndManyMessagesAreCounted() {
    String messages =
        IntStream.range(0, 5000).mapToObj(i -> HELLO).collect(Collectors.joining(","));

    assertThat(chat("gpt-4o", messages, "").counted().tokens()).isEqualTo(5000 * 5 + 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "7", "\"text\"", "{\"messages\": \"text\"}", "{\"model\": \"gpt-4o\"}"})
  void anythingElseIsNoRequest(String json) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> PromptRequest.read(json))
        .withMessageContaining("no request");
  }

  private static PromptCount count(ChatRequest request) {
    return new PromptTokens(ModelEncoding.of(request.model())).count(request);
  }

  private static PromptCount chat(String model, String messages, String more) {
    return count(model, "{\"messages\": [" + messages + "]" + more + "}");
  }

  private static PromptCount responses(String model, String input, String more) {
    return count(model, "{\"input\": " + input + more + "}");
  }

  private static PromptCount count(String model, String json) {
    return new PromptTokens(ModelEncoding.of(model)).count(PromptRequest.read(json));
  }

  private static String calls(String... calls) {
    return "{\"role\": \"assistant\", \"content\": null, \"tool_calls\": ["
        + String.join(", ", calls)
        + "]}";
  }

  private static String call(String id, String name, String arguments) {
    return "{\"id\": \"%s\", \"type\": \"function\", \"function\": {\"name\": \"%s\", \"arguments\": \"%s\"}}"
        .formatted(id, name, arguments);
  }

  private static String result(String id, String text) {
    return ", {\"role\": \"tool\", \"tool_call_id\": \""
        + id
        + "\", \"content\": \""
        + text
        + "\"}";
  }

  private static String picture(String url) {
    return "{\"role\": \"user\", \"content\": [{\"type\": \"image_url\", \"image_url\": {\"url\": \""
        + url
        + "\"}}]}";
  }
}
