package io.sluice.benchmarks.peers.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.sluice.benchmarks.peers.contender.Answer;
import io.sluice.benchmarks.peers.contender.Worker;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * The synchronous client, which its documentation shows first; its streams are read where they are
 * waited for, so each has a thread of a pool.
 */
public final class Main {

  private Main() {}

  /**
   * Serves orders.
   *
   * @param args the base URL
   */
  public static void main(String[] args) throws IOException {
    var client = OpenAIOkHttpClient.builder().baseUrl(args[0]).apiKey("sk-benchmark-00000000000000000000000000000000000001").build();
    Executor threads = Executors.newCachedThreadPool();
    Worker.serve((model, answer) -> threads.execute(() -> read(client, model, answer)));
  }

  private static void read(OpenAIClient client, String model, Answer answer) {
    var asked =
        ChatCompletionCreateParams.builder()
            .model(model)
            .addUserMessage("Write a haiku about coding.")
            .build();
    try (StreamResponse<ChatCompletionChunk> chunks =
        client.chat().completions().createStreaming(asked)) {
      chunks.stream().forEach(chunk -> answer.chunk(text(chunk)));
      answer.complete();
    } catch (RuntimeException broken) {
      answer.broken(broken);
    }
  }

  private static String text(ChatCompletionChunk chunk) {
    return chunk.choices().isEmpty() ? "" : chunk.choices().get(0).delta().content().orElse("");
  }
}
