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
    String name = endpoints.name(request.parameter("endpoint"));
    long now = nanoTime.getAsLong();
    synchronized (asked) {
      Asked last = asked.get(name);
      if (last == null || now - last.at() >= KEPT.toNanos()) {
        last = new Asked(now, CompletableFuture.supplyAsync(() -> json(name), calls));
        asked.put(name, last);
      }
      return last.json().thenApply(json -> Reply.json(200, json));
    }
  }

  private String json(String name) {
    ModelSource source = sources.get(name);
    if (source == null) {
      return json(List.of(), Optional.of("the endpoint '" + name + "' does not list its models"));
    }
    try {
      return json(source.models(), Optional.empty());
    } catch (Exception unanswered) {
      return json(List.of(), Optional.of(OneLine.of(String.valueOf(unanswered.getMessage()))));
    }
  }

  private static String json(List<String> models, Optional<String> error) {
    return JsonWriter.object(
        json ->
            json.objects("models", models, (each, id) -> each.field("id", id))
                .field("error", error));
  }

  private record Asked(long at, CompletableFuture<String> json) {}
}
