package io.sluice.server.routes;

import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Picks the answer to a request by its method. For one request. */
final class Methods {

  private final Request request;

  private Methods(Request request) {
    this.request = request;
  }

  static Methods of(Request request) {
    return new Methods(request);
  }

  CompletionStage<Reply> get(Answer answer) {
    return pick(Map.of("GET", answer));
  }

  CompletionStage<Reply> post(Answer answer) {
    return pick(Map.of("POST", answer));
  }

  CompletionStage<Reply> getOrPost(Answer get, Answer post) {
    return pick(both("GET", get, "POST", post));
  }

  CompletionStage<Reply> getOrDelete(Answer get, Answer delete) {
    return pick(both("GET", get, "DELETE", delete));
  }

  private CompletionStage<Reply> pick(Map<String, Answer> answers) {
    Answer answer = answers.get(request.method());
    if (answer != null) {
      return answer.to(request);
    }
    String allowed = String.join(", ", answers.keySet());
    return CompletableFuture.completedFuture(
        new Refusal(
                405,
                "wrong_method",
                "'"
                    + request.path()
                    + "' is not asked with "
                    + request.method()
                    + "; use "
                    + allowed)
            .reply()
            .with("Allow", allowed));
  }

  private static Map<String, Answer> both(String one, Answer first, String other, Answer second) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    answers.put(one, first);
    answers.put(other, second);
    return answers;
  }

  /** What answers a request of one method, at once or later. */
  @FunctionalInterface
  interface Answer {
    CompletionStage<Reply> to(Request request);

    /** An answer that needs to wait for nothing. */
    static Answer now(Function<Request, Reply> answer) {
      return request -> CompletableFuture.completedFuture(answer.apply(request));
    }
  }
}
