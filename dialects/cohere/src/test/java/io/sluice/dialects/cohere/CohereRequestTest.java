package io.sluice.dialects.cohere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohereRequestTest {

  @Test
  void aPlanGoesBackWithItsCalls() {
    ChatRequest request =
        ChatRequest.builder("m")
            .user("hi")
            .message(
                Message.builder(Role.ASSISTANT)
                    .toolCalls(List.of(ToolCall.of("c", "f", "")))
                    .with("tool_plan", new Json("\"I look\""))
                    .build())
            .message(Message.tool("c", "2"))
            .topP(0.5)
            .stop("x")
            .build();

    assertThat(Calls.body(request))
        .isEqualTo(
            "{'model':'m','messages':[{'role':'user','content':'hi'},"
                + "{'role':'assistant','tool_plan':'I look','tool_calls':[{'id':'c',"
                + "'type':'function','function':{'name':'f','arguments':'{}'}}]},"
                + "{'role':'tool','content':'2','tool_call_id':'c'}],'p':0.5,"
                + "'stop_sequences':['x'],'stream':true}");
  }

  @Test
  void oneCertainToolIsRefused() {
    ChatRequest request =
        ChatRequest.of("m", "hi")
            .with("tool_choice", new Json("{\"type\":\"function\",\"function\":{\"name\":\"f\"}}"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Calls.body(request))
        .withMessageContaining("tool_choice is \"f\", which Cohere cannot be told");
  }
}
