package io.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.Tool;
import io.sluice.chat.ToolCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RequestJsonTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void everySettingHasItsPlace() {
    ChatRequest request =
        ChatRequest.builder("m")
            .system("be brief")
            .user("hi \"you\"")
            .temperature(0)
            .topP(0.5)
            .maxTokens(9)
            .seed(-1)
            .choices(2)
            .stop("END")
            .tool(new Tool("add", "adds", new Json("{\"type\":\"object\"}")))
            .with("logit_bias", new Json("{\"1\":1.50}"))
            .build();

    assertThat(RequestJson.write(request))
        .isEqualTo(
            "{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"be brief\"},"
                + "{\"role\":\"user\",\"content\":\"hi \\\"you\\\"\"}],\"temperature\":0,"
                + "\"top_p\":0.5,\"max_tokens\":9,\"seed\":-1,\"n\":2,\"stop\":[\"END\"],"
                + "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"add\","
                + "\"description\":\"adds\",\"parameters\":{\"type\":\"object\"}}}],"
                + "\"logit_bias\":{\"1\":1.50}}");
    assertThat(RequestJson.read(RequestJson.write(request))).isEqualTo(request);
  }

  @Test
  void messagesKeepTheirCallsAndWhatIsNotModelled() {
    var call = new ToolCall("c1", "add", "{}", Map.of("extra_content", new Json("{\"s\":1}")));
    var asked =
        Message.builder(Role.ASSISTANT)
            .reasoning("hm")
            .refusal("no")
            .toolCalls(List.of(call))
            .functionCall(ToolCall.of("", "f", "[]"))
            .with("name", new Json("\"bob\""))
            .build();
    ChatRequest request =
        ChatRequest.builder("m").message(asked).message(Message.tool("c1", "3")).build();

    assertThat(RequestJson.read(RequestJson.write(request))).isEqualTo(request);
  }

  @Test
  void unmodelledFieldsWinOverModelledAndAddedOnes() {
    ChatRequest request =
        ChatRequest.builder("m")
            .message(Message.user("x").with("content", new Json("[]")))
            .temperature(1)
            .with("temperature", new Json("0.10"))
            .with("stream", new Json("false"))
            .build();

    assertThat(RequestJson.write(request, Map.of("stream", new Json("true"))))
        .isEqualTo(
            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[]}],"
                + "\"temperature\":0.10,\"stream\":false}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\"}]}]}",
        "{\"model\":\"m\",\"messages\":[{\"content\":\"no role\"}],\"stop\":\"one\"}",
        "{\"model\":\"m\",\"messages\":[{\"role\":\"assistant\",\"content\":null,\"tool_calls\":"
            + "[{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":"
            + "\"{}\",\"strict\":true}}]},{\"role\":\"tool\",\"tool_call_id\":\"c\"}]}",
        "{\"model\":\"m\",\"messages\":[],\"tools\":[{\"type\":\"function\",\"function\":"
            + "{\"name\":\"f\",\"strict\":false,\"parameters\":{}}}],\"temperature\":\"hot\"}",
        "{\"model\":\"m\",\"messages\":[],\"temperature\":-1,\"n\":0,\"max_tokens\":1.5,"
            + "\"seed\":null,\"top_p\":9,\"stream\":true,\"stop\":[],\"tools\":[]}",
        "{\"model\":\"o3\",\"messages\":[],\"max_tokens\":5}",
        "{\"model\":\"o3\",\"messages\":[],\"max_completion_tokens\":5}",
        "{\"model\":\"gpt-4o\",\"messages\":[],\"max_completion_tokens\":5}"
      })
  void whatDoesNotFitTheModelIsSentAsItCame(String request) {
    assertThat(JSON.readTree(RequestJson.write(RequestJson.read(request))))
        .isEqualTo(JSON.readTree(request));
  }

  @Test
  void aRequestThatIsNoObjectIsRefused() {
    assertThatThrownBy(() -> RequestJson.read("[]")).isInstanceOf(MalformedJsonException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "o1, true",
    "o1-preview, true",
    "o3-mini-2025-01-31, true",
    "openai/o4-mini, true",
    "openrouter/openai/o3:free, true",
    "gpt-5, true",
    "gpt-5.1-mini, true",
    "gpt-5-nano-2025-08-07, true",
    "ft:o4-mini-2025-04-16:acme::abc, true",
    "gpt-10, true",
    "gpt-4o, false",
    "gpt-4.1-nano, false",
    "gpt-3.5-turbo, false",
    "ft:gpt-4o-mini:acme::o3, false",
    "openai/gpt-oss-120b, false",
    "gpt-50b-chat, false",
    "o1ive, false",
    "olmo, false",
    "'', false"
  })
  void theLimitIsCalledAsTheModelWantsIt(String model, boolean reasons) {
    String body = RequestJson.write(ChatRequest.builder(model).user("x").maxTokens(5).build());

    assertThat(body.contains("\"max_completion_tokens\":5")).isEqualTo(reasons);
    assertThat(body.contains("\"max_tokens\":5")).isEqualTo(!reasons);
  }
}
