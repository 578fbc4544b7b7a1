package io.sluice.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnsweredCallsTest {

  private static final ToolCall ONE = ToolCall.of("call_1", "clock", "{}");
  private static final ToolCall OTHER = ToolCall.of("call_2", "weather", "{\"city\":\"Ur\"}");

  @Test
  void theToolCallsAreThoseOfTheFirstChoiceInOrder() {
    Completion answer =
        Completion.builder().choices(List.of(choice(0, ONE, OTHER), choice(1, OTHER))).build();

    assertThat(answer.toolCalls()).containsExactly(ONE, OTHER);
  }

  @Test
  void anAnswerWithoutThatChoiceHasNoToolCalls() {
    assertThat(Completion.empty().toolCalls()).isEmpty();
    assertThat(Completion.builder().choices(List.of(choice(1, ONE))).build().toolCalls()).isEmpty();
  }

  private static Choice choice(int index, ToolCall... calls) {
    Message message = Message.builder(Role.ASSISTANT).toolCalls(List.of(calls)).build();
    return new Choice(index, message, Optional.empty(), Map.of());
  }
}
