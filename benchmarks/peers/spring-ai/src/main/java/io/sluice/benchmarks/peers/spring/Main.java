package io.sluice.benchmarks.peers.spring;

import io.sluice.benchmarks.peers.contender.Worker;
import java.io.IOException;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;

/** The chat model and its flux, put together by hand as its reference shows, without Boot. */
public final class Main {

  private Main() {}

  /**
   * Serves orders.
   *
   * @param args the base URL
   */
  public static void main(String[] args) throws IOException {
    OpenAiChatOptions options =
        OpenAiChatOptions.builder().baseUrl(args[0]).apiKey("sk-benchmark-00000000000000000000000000000000000001").build();
    OpenAiChatModel client = OpenAiChatModel.builder().options(options).build();
    Worker.serve(
        (model, answer) ->
            client.stream(
                    new Prompt(
                        "Write a haiku about coding.", options.mutate().model(model).build()))
                .subscribe(
                    response -> answer.chunk(text(response)), answer::broken, answer::complete));
  }

  private static String text(ChatResponse response) {
    String text = response.getResult() == null ? null : response.getResult().getOutput().getText();
    return text == null ? "" : text;
  }
}
