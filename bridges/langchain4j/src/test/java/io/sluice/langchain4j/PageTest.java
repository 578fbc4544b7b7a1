package io.sluice.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Retries;
import io.sluice.stream.StreamOptions;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.ScriptedTransport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs the snippets of docs/langchain4j.md. */
class PageTest {

  private final List<String> shown = new CopyOnWriteArrayList<>();
  private final CompletableFuture<String> ended = new CompletableFuture<>();

  @Test
  void aModelAnswersAndStreams() throws Exception {
    ChatTransport transport = ScriptedTransport.answering("Hello", " there");
    ChatModel model =
        SluiceChatModel.builder(transport)
            .modelName("gpt-4o-mini")
            .temperature(0)
            .options(StreamOptions.defaults().retries(Retries.none()))
            .build();
    assertThat(model.chat("Say hello.")).isEqualTo("Hello there");

    StreamingChatModel streaming =
        SluiceStreamingChatModel.builder(transport).modelName("gpt-4o-mini").build();
    streaming.chat("Say hello.", new Screen());
    assertThat(ended.get(30, TimeUnit.SECONDS)).isEqualTo("complete");
    assertThat(shown).containsExactly("Hello", " there");
  }

  @Test
  void aTruncatedAnswerIsKept() {
    ChatTransport transport =
        ScriptedTransport.playing(AnswerScript.silence().text("Hello th").cut());
    ChatModel model = SluiceChatModel.builder(transport).modelName("gpt-4o-mini").build();
    try {
      show(model.chat("Say hello."));
    } catch (TruncatedAnswerException cut) {
      show(cut.received().aiMessage().text() + " [cut short]");
    }
    assertThat(shown).containsExactly("Hello th [cut short]");
  }

  private void show(String text) {
    shown.add(text);
  }

  private boolean userHasLeft() {
    return false;
  }

  /** Shows an answer as it comes. */
  private final class Screen implements StreamingChatResponseHandler {

    @Override
    public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
      show(partial.text());
      if (userHasLeft()) {
        context.streamingHandle().cancel(); // closes the connection; nothing else is called
      }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      ended.complete("complete");
    }

    @Override
    public void onError(Throwable error) {
      ended.completeExceptionally(error);
    }
  }
}
