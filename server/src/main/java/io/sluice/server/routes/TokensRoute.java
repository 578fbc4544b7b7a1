package io.sluice.server.routes;

import io.sluice.chat.ChatRequest;
import io.sluice.json.JsonWriter;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import io.sluice.server.runs.RunOrder;
import io.sluice.server.runs.TaskTimer;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.prompt.PromptCount;
import io.sluice.tokens.prompt.PromptTokens;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Counts the tokens of a request that is not sent yet, and keeps nothing of it. Thread-safe. */
public final class TokensRoute {

  private final TaskTimer timer;

  /** Counts on the threads of a timer, off the loops. */
  public TokensRoute(TaskTimer timer) {
    this.timer = timer;
  }

  /** The count of the request that an order for a run has. */
  CompletionStage<Reply> count(Request request) {
    ChatRequest asked = RunOrder.parse(request.body()).request();
    return CompletableFuture.supplyAsync(
        () -> counted(asked), task -> timer.add(Duration.ZERO, task));
  }

  private static Reply counted(ChatRequest request) {
    var model = ModelEncoding.of(request.model());
    PromptCount count = new PromptTokens(model).count(request);
    return Reply.json(
        200,
        JsonWriter.object(
            json ->
                json.field("tokens", count.counted().tokens())
                    .field("encoding", model.encoding().word())
                    .field("basis", count.counted().basis().word())
                    .field("rule", count.rule())));
  }
}
