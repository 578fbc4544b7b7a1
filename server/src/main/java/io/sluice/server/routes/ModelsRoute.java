package io.sluice.server.routes;

import io.sluice.json.JsonWriter;
import io.sluice.server.http.ModelSource;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import io.sluice.server.runs.Endpoints;
import io.sluice.stream.OneLine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** Lists the models of an endpoint, which is asked once a minute at most. Thread-safe. */
public final class ModelsRoute {

  private static final Duration KEPT = Duration.ofSeconds(60);

  private final Endpoints endpoints;
  private final Map<String, ModelSource> sources;
  private final Executor calls;
  private final LongSupplier nanoTime;
  private final Map<String, Asked> asked = new HashMap<>();

  /**
   * @param sources who knows the models of an endpoint, by its name
   * @param calls where they are asked, off the loops
   * @param nanoTime a clock of nanoseconds
   */
  public ModelsRoute(
      Endpoints endpoints,
      Map<String, ModelSource> sources,
      Executor calls,
      LongSupplier nanoTime) {
    this.endpoints = endpoints;
    this.sources = Map.copyOf(sources);
    this.calls = calls;
    this.nanoTime = nanoTime;
  }

  /** Those that ask while an answer is awaited get that one. */
  CompletionStage<Reply> list(Request request) {
    String name = endpoints.name(request.caller().orElse(""), request.parameter("endpoint"));
    long now = nanoTime.getAsLong();
    synchronized (asked) {
      Asked last = asked.get(name);
      if (last == null || now - last.at() >= KEPT.toNanos()) {
        last = new Asked(now, CompletableFuture.supplyAsync(() -> ask(name), calls));
        asked.put(name, last);
      }
      return last.answer().thenApply(answer -> Reply.json(200, answer.json()));
    }
  }

  /** The models of an endpoint as they were told last; empty if nobody has asked yet. */
  Optional<List<String>> known(String name) {
    synchronized (asked) {
      return Optional.ofNullable(asked.get(name))
          .map(last -> last.answer().getNow(Answer.NONE))
          .map(Answer::models)
          .filter(models -> !models.isEmpty());
    }
  }

  private Answer ask(String name) {
    ModelSource source = sources.get(name);
    if (source == null) {
      return Answer.without("the endpoint '" + name + "' does not list its models");
    }
    try {
      return new Answer(source.models(), Optional.empty());
    } catch (Exception unanswered) {
      return Answer.without(OneLine.of(String.valueOf(unanswered.getMessage())));
    }
  }

  private record Asked(long at, CompletableFuture<Answer> answer) {}

  private record Answer(List<String> models, Optional<String> error) {

    static final Answer NONE = new Answer(List.of(), Optional.empty());

    static Answer without(String error) {
      return new Answer(List.of(), Optional.of(error));
    }

    String json() {
      return JsonWriter.object(
          json ->
              json.objects("models", models, (each, id) -> each.field("id", id))
                  .field("error", error));
    }
  }
}
