package io.sluice.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps the calls of a model, and cancels after some of them if told so. Thread-safe. */
final class RecordedResponse implements StreamingChatResponseHandler {

  private static final long MOST_SECONDS = 30;

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final CompletableFuture<ChatResponse> end = new CompletableFuture<>();
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private volatile int last = Integer.MAX_VALUE;

  void cancelAfter(int texts) {
    last = texts;
  }

  void awaitCancel() throws InterruptedException {
    if (!cancelled.await(MOST_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no text came to cancel after");
    }
  }

  @Override
  public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
    calls.add("text " + partial.text());
    if (calls.size() == last) {
      context.streamingHandle().cancel();
      cancelled.countDown();
    }
  }

  @Override
  public void onPartialThinking(PartialThinking partial) {
    calls.add("thinking " + partial.text());
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    end.complete(response);
  }

  @Override
  public void onError(Throwable error) {
    end.completeExceptionally(error);
  }

  List<String> calls() {
    return calls;
  }

  boolean hasEnded() {
    return end.isDone();
  }

  /** Waits for the end; {@code "complete"} or {@code "error"}. */
  String ended() throws Exception {
    return end.handle((response, error) -> error == null ? "complete" : "error")
        .get(MOST_SECONDS, TimeUnit.SECONDS);
  }

  ChatResponse complete() {
    return end.join();
  }

  Throwable error() {
    return end.handle((response, error) -> error).join();
  }
}
