import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Asks with LangChain4j, whose HTTP client is the JDK's, and prints what came of it as JSON. */
public final class LangChain4j {

  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] args) throws Exception {
    var streaming = OpenAiStreamingChatModel.builder().baseUrl(args[0]).apiKey("k").build();
    var model = OpenAiChatModel.builder().baseUrl(args[0]).apiKey("k").maxRetries(0).build();
    var text = new StringBuilder();
    streamed(streaming, asked(args[1], 0).build(), text);
    ChatResponse called =
        streamed(
            streaming,
            asked(args[2], 0).toolSpecifications(weather()).build(),
            new StringBuilder());
    Map<String, Object> came = new LinkedHashMap<>();
    came.put("text", text.toString());
    came.put("whole", model.chat(asked(args[1], 0).build()).aiMessage().text());
    came.put("calls", calls(called));
    try {
      model.chat(asked(args[1], 9).build());
    } catch (RuntimeException refused) {
      Throwable cause = refused;
      while (!(cause instanceof HttpException) && cause.getCause() != null) {
        cause = cause.getCause();
      }
      came.put("status", ((HttpException) cause).statusCode());
    }
    System.out.println(JSON.writeValueAsString(came));
    System.exit(0);
  }

  private static ChatRequest.Builder asked(String prompt, double temperature) {
    return ChatRequest.builder()
        .modelName("sluice-offline")
        .temperature(temperature)
        .messages(UserMessage.from(prompt));
  }

  private static ToolSpecification weather() {
    return ToolSpecification.builder()
        .name("get_weather")
        .description("Tells the weather of a city")
        .parameters(JsonObjectSchema.builder().addStringProperty("city").required("city").build())
        .build();
  }

  private static ChatResponse streamed(
      OpenAiStreamingChatModel model, ChatRequest request, StringBuilder text) {
    var response = new CompletableFuture<ChatResponse>();
    model.chat(
        request,
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String piece) {
            text.append(piece);
          }

          @Override
          public void onCompleteResponse(ChatResponse whole) {
            response.complete(whole);
          }

          @Override
          public void onError(Throwable broken) {
            response.completeExceptionally(broken);
          }
        });
    return response.join();
  }

  private static List<Object> calls(ChatResponse response) throws Exception {
    List<Object> calls = new ArrayList<>();
    for (var call : response.aiMessage().toolExecutionRequests()) {
      calls.add(List.of(call.name(), JSON.readTree(call.arguments())));
    }
    return calls;
  }
}
