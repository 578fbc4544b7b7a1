package io.sluice.dialects.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class OllamaRequestTest {

  @Test
  void samplingIsInTheOptionsAndArgumentsAreObjects() {
    ChatRequest request =
        ChatRequest.builder("m")
            .user("hi")
            .message(
                Message.builder(Role.ASSISTANT)
                    .toolCalls(List.of(ToolCall.of("sluice_call_0", "f", "{\"x\":1}")))
                    .build())
            .message(Message.tool("sluice_call_0", "2"))
            .temperature(0)
            .maxTokens(5)
            .with("options", new Json("{\"num_ctx\":8}"))
            .with("reasoning_effort", new Json("\"none\""))
            .build();

    assertThat(Calls.body(request))
        .isEqualTo(
            "{'model':'m','messages':[{'role':'user','content':'hi'},"
                + "{'role':'assistant','content':'',"
                + "'tool_calls':[{'function':{'name':'f','arguments':{'x':1}}}]},"
                + "{'role':'tool','content':'2','tool_name':'f'}],'think':false,"
                + "'options':{'temperature':0,'num_predict':5,'num_ctx':8},'stream':true}");
  }

  @Test
  void linesAreAccepted() {
    var call = Calls.streamed(ChatRequest.of("m", "hi"));

    assertThat(call.uri()).hasToString("https://a.example/v1/api/chat");
    assertThat(call.headers()).containsEntry("Accept", "application/x-ndjson");
  }

  @Test
  void aBarePromptIsGenerated() {
    ChatRequest request = ChatRequest.of("m", "def f(").with("suffix", new Json("\"return 1\""));

    assertThat(Calls.streamed(request).uri().getPath()).endsWith("/api/generate");
    assertThat(Calls.body(request))
        .isEqualTo("{'model':'m','prompt':'def f(','stream':true,'suffix':'return 1'}");
  }

  @Test
  void theUrlOfAnImageIsRefused() {
    var content =
        new Json("[{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a/b.png\"}}]");
    Message message = Message.builder(Role.USER).with("content", content).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Calls.body(ChatRequest.builder("m").message(message).build()))
        .withMessage(
            "message 1: Ollama has no place for the URL of an image; send it as a data URL");
  }
}
