package io.sluice.benchmarks.peers.langchain4j;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.sluice.benchmarks.peers.contender.Answer;
import io.sluice.benchmarks.peers.contender.Worker;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A streaming chat model and a handler of partial responses, all settings its own. Where the head
 * of a response is there at once, its call reads the answer itself, so none is made by the thread
 * that takes orders.
 */
public final class Main {

  private Main() {}

  /**
   * Serves orders.
   *
   * @param args the base URL
   */
  public static void main(String[] args) throws IOException {
    var client =
        OpenAiStreamingChatModel.builder().baseUrl(args[0]).apiKey("sk-benchmark-00000000000000000000000000000000000001").build();
    ExecutorService callers = Executors.newCachedThreadPool();
    Worker.serve(
        (model, answer) -> callers.execute(() -> client.chat(request(model), new Handler(answer))));
  }

  private static ChatRequest request(String model) {
    return ChatRequest.builder()
        .modelName(model)
        .messages(UserMessage.from("Write a haiku about coding."))
        .build();
  }

  private record Handler(Answer answer) implements StreamingChatResponseHandler {

    @Override
    public void onPartialResponse(String text) {
      answer.chunk(text);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      answer.complete();
    }

    @Override
    public void onError(Throwable error) {
      answer.broken(error);
    }
  }
}
