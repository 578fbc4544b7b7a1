package io.sluice.benchmarks.peers.langchain4j;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.sluice.benchmarks.peers.contender.Answer;
import io.sluice.benchmarks.peers.contender.Worker;
import java.io.IOException;

/** A streaming chat model and a handler of partial responses, all settings its own. */
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
    Worker.serve(
        (model, answer) ->
            client.chat(
                ChatRequest.builder()
                    .modelName(model)
                    .messages(UserMessage.from("Write a haiku about coding."))
                    .build(),
                new Handler(answer)));
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
