package io.sluice.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTest {

  private static final Message FULL =
      Message.builder(Role.ASSISTANT)
          .content("hi")
          .reasoning("hm")
          .refusal("no")
          .toolCalls(List.of(ToolCall.of("c1", "add", "{}")))
          .functionCall(ToolCall.of("", "f", "{}"))
          .toolCallId("c0")
          .with("audio", new Json("{\"id\":\"a\"}"))
          .with("logprobs", new Json("[]"))
          .build();

  @Test
  void copyOfAMessageSaysTheSame() {
    assertThat(FULL.toBuilder().build()).isEqualTo(FULL).hasSameHashCodeAs(FULL);
    assertThat(FULL.toBuilder().build()).hasToString(FULL.toString());
  }

  @Test
  void messagesThatDifferInOneThingDiffer() {
    assertThat(FULL)
        .isNotEqualTo(FULL.toBuilder().withoutContent().build())
        .isNotEqualTo(FULL.toBuilder().withoutReasoning().build())
        .isNotEqualTo(FULL.toBuilder().withoutCalls().build())
        .isNotEqualTo(FULL.toBuilder().refusal("never").build())
        .isNotEqualTo(FULL.toBuilder().toolCallId("c9").build())
        .isNotEqualTo(FULL.with("audio", new Json("1")));
  }

  @Test
  void turnLosesReasoningAndWhatServersDoNotTakeBack() {
    assertThat(FULL.asTurn())
        .isEqualTo(
            FULL.toBuilder()
                .withoutReasoning()
                .other(Map.of("audio", new Json("{\"id\":\"a\"}")))
                .build());
  }

  @Test
  void resultOfAToolNamesItsCall() {
    Message result = Message.tool("c1", "42");

    assertThat(result.role()).isEqualTo(Role.TOOL);
    assertThat(result.content()).contains("42");
    assertThat(result.toolCallId()).contains("c1");
  }

  @Test
  void listGivenToABuilderMayChangeAfterwards() {
    List<ToolCall> calls = new ArrayList<>(List.of(ToolCall.of("c", "f", "")));
    Message message = Message.builder(Role.ASSISTANT).toolCalls(calls).build();
    calls.clear();

    assertThat(message.toolCalls()).hasSize(1);
  }
}
