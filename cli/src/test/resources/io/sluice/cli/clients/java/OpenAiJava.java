import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks with OpenAI's client for Java, and prints what came of it as JSON. */
public final class OpenAiJava {

  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] args) throws Exception {
    OpenAIClient client =
        OpenAIOkHttpClient.builder().baseUrl(args[0]).apiKey("k").maxRetries(0).build();
    var accumulator = ChatCompletionAccumulator.create();
    var text = new StringBuilder();
    try (StreamResponse<ChatCompletionChunk> chunks =
        client.chat().completions().createStreaming(asked(args[1]).build())) {
      chunks.stream()
          .peek(accumulator::accumulate)
          .flatMap(chunk -> chunk.choices().stream())
          .forEach(choice -> choice.delta().content().ifPresent(text::append));
    }
    ChatCompletion whole = client.chat().completions().create(asked(args[1]).build());
    try (StreamResponse<ChatCompletionChunk> chunks =
        client.chat().completions().createStreaming(asked(args[2]).addTool(weather()).build())) {
      accumulator = ChatCompletionAccumulator.create();
      chunks.stream().forEach(accumulator::accumulate);
    }
    Map<String, Object> came = new LinkedHashMap<>();
    came.put("text", text.toString());
    came.put("whole", whole.choices().get(0).message().content().orElse(""));
    came.put("calls", calls(accumulator.chatCompletion()));
    try {
      client.chat().completions().create(asked(args[1]).temperature(9).build());
    } catch (OpenAIServiceException refused) {
      came.put("status", refused.statusCode());
    }
    System.out.println(JSON.writeValueAsString(came));
    System.exit(0); // The threads of its HTTP client would wait for a minute.
  }

  private static ChatCompletionCreateParams.Builder asked(String prompt) {
    return ChatCompletionCreateParams.builder()
        .model("sluice-offline")
        .temperature(0)
        .addUserMessage(prompt);
  }

  private static ChatCompletionFunctionTool weather() {
    var function =
        FunctionDefinition.builder()
            .name("get_weather")
            .description("Tells the weather of a city")
            .parameters(
                FunctionParameters.builder()
                    .putAdditionalProperty("type", JsonValue.from("object"))
                    .putAdditionalProperty(
                        "properties", JsonValue.from(Map.of("city", Map.of("type", "string"))))
                    .putAdditionalProperty("required", JsonValue.from(List.of("city")))
                    .build())
            .build();
    return ChatCompletionFunctionTool.builder().function(function).build();
  }

  private static List<Object> calls(ChatCompletion completion) throws Exception {
    List<Object> calls = new ArrayList<>();
    for (var call : completion.choices().get(0).message().toolCalls().orElse(List.of())) {
      var function = call.asFunction().function();
      calls.add(List.of(function.name(), JSON.readTree(function.arguments())));
    }
    return calls;
  }
}
