package io.sluice.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.Tool;
import org.junit.jupiter.api.Test;

class ChatTokensTest {

  private final ChatTokens tokens = new ChatTokens(ModelEncoding.of("gpt-4o"));

  @Test
  void messagesAreWrappedAndTheAnswerIsPrimed() {
    var request = ChatRequest.of("gpt-4o", "Hello");

    assertThat(tokens.prompt(request).counted())
        .isEqualTo(new TokenCount(3 + 1 + 1 + 3, Basis.EXACT));
    assertThat(tokens.prompt(request.toBuilder().system("Hello").build()).counted().tokens())
        .isEqualTo(2 * (3 + 1 + 1) + 3);
  }

  @Test
  void nameCostsItsOwnAndOneMore() {
    var named = Message.user("Hello").with("name", new Json("\"Ada\""));
    var request = ChatRequest.builder("gpt-4o").message(named).build();

    assertThat(tokens.prompt(request).counted().tokens())
        .isEqualTo(8 + 1 + TokenCounter.count(TokenEncoding.O200K_BASE, "Ada"));
  }

  @Test
  void partsOfTextCountAsTextAndOthersMakeAnEstimate() {
    assertThat(withContent("[{\"type\":\"text\",\"text\":\"Hello\"}]"))
        .isEqualTo(new TokenCount(8, Basis.EXACT));
    assertThat(withContent("[{\"type\":\"text\",\"text\":\"Hello\"},{\"type\":\"image_url\"}]"))
        .isEqualTo(new TokenCount(8, Basis.ESTIMATED));
  }

  @Test
  void toolsMakeAnEstimate() {
    var request = ChatRequest.of("gpt-4o", "Hello");
    var tool = new Tool("clock", "Tells the time", new Json("{}"));

    TokenCount counted = tokens.prompt(request.toBuilder().tool(tool).build()).counted();

    assertThat(counted.basis()).isEqualTo(Basis.ESTIMATED);
    assertThat(counted.tokens()).isGreaterThan(8);
  }

  @Test
  void basisOfTheModelIsThatOfTheCount() {
    var other = new ChatTokens(ModelEncoding.of("mistral"));

    assertThat(other.prompt(ChatRequest.of("mistral", "Hello")).counted().basis())
        .isEqualTo(Basis.ESTIMATED);
  }

  @Test
  void partsOfTextAreOneText() {
    assertThat(
            withContent(
                "[{\"type\":\"text\",\"text\":\"Hel\"},{\"type\":\"text\",\"text\":\"lo\"}]"))
        .isEqualTo(new TokenCount(8, Basis.EXACT));
  }

  @Test
  void modelsThatReasonArePrimedWithLessAndPayForEarlierAnswers() {
    var request =
        ChatRequest.builder("gpt-5")
            .user("Hello")
            .message(Message.assistant("Hello"))
            .user("Hello")
            .build();

    PromptCount five = new ChatTokens(ModelEncoding.of("gpt-5")).prompt(request);
    PromptCount three = new ChatTokens(ModelEncoding.of("o3-mini")).prompt(request);

    assertThat(five.formula()).isEqualTo(PromptFormula.GPT_5);
    assertThat(five.counted()).isEqualTo(new TokenCount(3 * 5 + 2 + 2, Basis.EXACT));
    assertThat(three.counted()).isEqualTo(new TokenCount(3 * 5 + 2, Basis.EXACT));
  }

  @Test
  void schemasAndWhatToolsSaidMakeAnEstimate() {
    var request = ChatRequest.of("gpt-4o", "Hello");
    var schema = request.with("response_format", new Json("{\"type\":\"json_object\"}"));
    var answered = request.toBuilder().message(Message.of(Role.TOOL, "12:00")).build();

    assertThat(tokens.prompt(schema).counted().basis()).isEqualTo(Basis.ESTIMATED);
    assertThat(tokens.prompt(answered).counted().basis()).isEqualTo(Basis.ESTIMATED);
  }

  private TokenCount withContent(String content) {
    var message = Message.user("").with("content", new Json(content));
    return tokens.prompt(ChatRequest.builder("gpt-4o").message(message).build()).counted();
  }
}
