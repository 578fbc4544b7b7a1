package io.sluice.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.Tool;
import io.sluice.chat.ToolCall;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatTokensTest {

  private final TokenCounts counts = new TokenCounts();
  private final ChatTokens tokens = new ChatTokens(counts, ModelEncoding.of("gpt-4o"));

  @Test
  void messagesAreWrappedAndTheAnswerIsPrimed() {
    var request = ChatRequest.of("gpt-4o", "Hello");

    assertThat(tokens.prompt(request)).isEqualTo(new Counted(3 + 1 + 1 + 3, Basis.EXACT));
    assertThat(tokens.prompt(request.toBuilder().system("Hello").build()).tokens())
        .isEqualTo(2 * (3 + 1 + 1) + 3);
  }

  @Test
  void nameCostsItsOwnAndOneMore() {
    var named = Message.user("Hello").with("name", new Json("\"Ada\""));
    var request = ChatRequest.builder("gpt-4o").message(named).build();

    assertThat(tokens.prompt(request).tokens())
        .isEqualTo(8 + 1 + counts.count(TokenEncoding.O200K_BASE, "Ada"));
  }

  @Test
  void partsOfTextCountAsTextAndOthersMakeAnEstimate() {
    assertThat(withContent("[{\"type\":\"text\",\"text\":\"Hello\"}]"))
        .isEqualTo(new Counted(8, Basis.EXACT));
    assertThat(withContent("[{\"type\":\"text\",\"text\":\"Hello\"},{\"type\":\"image_url\"}]"))
        .isEqualTo(new Counted(8, Basis.ESTIMATED));
  }

  @Test
  void toolsMakeAnEstimate() {
    var request = ChatRequest.of("gpt-4o", "Hello");
    var tool = new Tool("clock", "Tells the time", new Json("{}"));

    Counted counted = tokens.prompt(request.toBuilder().tool(tool).build());

    assertThat(counted.basis()).isEqualTo(Basis.ESTIMATED);
    assertThat(counted.tokens()).isGreaterThan(8);
  }

  @Test
  void basisOfTheModelIsThatOfTheCount() {
    var other = new ChatTokens(counts, ModelEncoding.of("mistral"));

    assertThat(other.prompt(ChatRequest.of("mistral", "Hello")).basis()).isEqualTo(Basis.ESTIMATED);
  }

  @Test
  void choicesOfAnAnswerAreCountedApart() {
    assertThat(tokens.answer(completion(Message.assistant("He"), Message.assistant("llo"))))
        .isEqualTo(
            new Counted(
                counts.count(TokenEncoding.O200K_BASE, "He")
                    + counts.count(TokenEncoding.O200K_BASE, "llo"),
                Basis.EXACT));
  }

  @Test
  void toolCallsOfAnAnswerMakeAnEstimate() {
    var calling =
        new Message(
            Role.ASSISTANT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(ToolCall.of("1", "clock", "{}")),
            Optional.empty(),
            Map.of());

    Counted counted = tokens.answer(completion(calling));

    assertThat(counted.basis()).isEqualTo(Basis.ESTIMATED);
    assertThat(counted.tokens()).isPositive();
  }

  private Counted withContent(String content) {
    var message = Message.user("").with("content", new Json(content));
    return tokens.prompt(ChatRequest.builder("gpt-4o").message(message).build());
  }

  private static Completion completion(Message... messages) {
    return new Completion(
        "",
        "",
        Optional.empty(),
        Arrays.stream(messages)
            .map(message -> new Choice(0, message, Optional.empty(), Map.of()))
            .toList(),
        Optional.empty(),
        Map.of());
  }
}
