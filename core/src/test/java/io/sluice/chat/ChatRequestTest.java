package io.sluice.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChatRequestTest {

  private static final ChatRequest FULL =
      ChatRequest.builder("m")
          .system("Be brief.")
          .user("Hi?")
          .temperature(0.5)
          .topP(0.9)
          .maxTokens(7)
          .seed(3)
          .choices(2)
          .stop("END")
          .tool(new Tool("f", "", new Json("{}")))
          .with("service_tier", new Json("\"flex\""))
          .build();

  @Test
  void copyOfARequestAsksTheSame() {
    assertThat(FULL.toBuilder().build()).isEqualTo(FULL).hasSameHashCodeAs(FULL);
    assertThat(FULL.toBuilder().build()).hasToString(FULL.toString());
  }

  @Test
  void requestsThatDifferInOneThingDiffer() {
    assertThat(FULL)
        .isNotEqualTo(FULL.toBuilder().model("other").build())
        .isNotEqualTo(FULL.toBuilder().withoutTemperature().build())
        .isNotEqualTo(FULL.toBuilder().withoutMaxTokens().build())
        .isNotEqualTo(FULL.toBuilder().stop("TOO").build())
        .isNotEqualTo(FULL.with("service_tier", new Json("\"auto\"")));
  }

  @Test
  void messagesThatAreSetReplaceThoseBefore() {
    ChatRequest next = FULL.toBuilder().messages(List.of(Message.user("Bye."))).build();

    assertThat(next.messages()).containsExactly(Message.user("Bye."));
    assertThat(next.tools()).isEqualTo(FULL.tools());
  }

  @Test
  void builderThatGoesOnLeavesWhatItBuiltAlone() {
    ChatRequest.Builder builder = ChatRequest.builder("m").user("one");
    ChatRequest first = builder.build();
    builder.user("two");

    assertThat(first.messages()).hasSize(1);
  }
}
