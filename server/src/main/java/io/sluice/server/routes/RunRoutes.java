package io.sluice.server.routes;

import static io.sluice.server.routes.UnreadableArchive.readable;

import io.sluice.json.JsonWriter;
import io.sluice.server.events.Following;
import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import io.sluice.server.runs.ComparisonOrder;
import io.sluice.server.runs.RunLookup;
import io.sluice.server.runs.RunOrder;
import io.sluice.server.runs.RunShelf;
import io.sluice.server.runs.RunShelf.News;
import io.sluice.server.runs.RunShelf.Started;
import io.sluice.server.runs.ServedRun;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Starting, following, stopping and reading runs. Thread-safe. */
public final class RunRoutes {

  private final RunShelf shelf;
  private final RunLookup found;
  private final Following following;

  /** Routes that start runs on a shelf, and lead to those that can be found. */
  public RunRoutes(RunShelf shelf, RunLookup found, Following following) {
    this.shelf = shelf;
    this.found = found;
    this.following = following;
  }

  Reply start(Request request) {
    Started started = shelf.start(caller(request), RunOrder.parse(request.body()));
    String id = started.run().id();
    String json =
        JsonWriter.object(run -> run.field("id", id).field("events", "/api/events?run=" + id));
    return Reply.json(started.news() == News.NEW ? 201 : 200, json);
  }

  Reply compare(Request request) {
    String id = UUID.randomUUID().toString();
    ComparisonOrder order = ComparisonOrder.parse(request.body(), id);
    List<ServedRun> runs = shelf.startAll(caller(request), order.orders());
    String json =
        JsonWriter.object(
            text ->
                text.field("id", id)
                    .objects(
                        "runs",
                        runs,
                        (each, run) ->
                            each.field("id", run.id())
                                .field("label", order.labels().get(runs.indexOf(run)))));
    return Reply.json(201, json);
  }

  CompletionStage<Reply> events(Request request) {
    return following.lines(request);
  }

  CompletionStage<Reply> show(Request request, String id) {
    return find(request, id).thenApply(run -> Reply.json(200, run.json()));
  }

  CompletionStage<Reply> stop(Request request, String id) {
    return find(request, id)
        .thenApply(
            run -> {
              if (run.isFollowed() && run.isLive()) {
                throw new Refusal(
                    409,
                    "run_is_elsewhere",
                    "the run '" + id + "' is made by another process; stop it there");
              }
              run.stop();
              return Reply.json(202, JsonWriter.object(json -> json.field("status", run.status())));
            });
  }

  CompletionStage<Reply> transcript(Request request, String id) {
    return readable(following.transcript(request, id));
  }

  CompletionStage<Reply> stream(Request request, String id) {
    return following.payloads(request, id);
  }

  CompletionStage<Reply> delete(Request request, String id) {
    return readable(found.remove(caller(request), id).thenApply(removed -> Reply.empty(204)));
  }

  private CompletionStage<ServedRun> find(Request request, String id) {
    return readable(found.find(caller(request), id));
  }

  private static String caller(Request request) {
    return request.caller().orElseThrow();
  }
}
