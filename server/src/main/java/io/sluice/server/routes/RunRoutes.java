package io.sluice.server.routes;

import io.sluice.json.JsonWriter;
import io.sluice.server.events.Following;
import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import io.sluice.server.runs.ComparisonOrder;
import io.sluice.server.runs.RunOrder;
import io.sluice.server.runs.RunShelf;
import io.sluice.server.runs.RunShelf.News;
import io.sluice.server.runs.RunShelf.Started;
import io.sluice.server.runs.ServedRun;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starting, following, stopping and reading runs. Thread-safe. */
public final class RunRoutes {

  private static final int MOST_LISTED = 200;
  private static final int LISTED = 50;

  private final RunShelf shelf;
  private final Following following;

  /** Routes to the runs on a shelf. */
  public RunRoutes(RunShelf shelf, Following following) {
    this.shelf = shelf;
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

  Reply events(Request request) {
    return following.lines(request);
  }

  Reply list(Request request) {
    State state = State.parse(request.parameter("state"));
    int limit = limit(request.parameter("limit"));
    Optional<String> before = request.parameter("before");
    List<ServedRun> runs =
        shelf.of(caller(request)).stream()
            .filter(run -> state == State.ALL || run.isLive())
            .filter(run -> before.filter(id -> run.id().compareTo(id) >= 0).isEmpty())
            .limit(limit)
            .toList();
    return Reply.json(
        200, JsonWriter.object(json -> json.objects("runs", runs, RunRoutes::describe)));
  }

  Reply show(Request request, String id) {
    return Reply.json(200, find(request, id).json());
  }

  Reply stop(Request request, String id) {
    ServedRun run = find(request, id);
    run.stop();
    return Reply.json(202, JsonWriter.object(json -> json.field("status", run.status())));
  }

  Reply transcript(Request request, String id) {
    return following.transcript(request, id);
  }

  Reply stream(Request request, String id) {
    return following.payloads(request, id);
  }

  Reply delete(Request request, String id) {
    if (!shelf.remove(find(request, id))) {
      throw new Refusal(409, "run_is_live", "the run '" + id + "' is under way; stop it first");
    }
    return Reply.empty(204);
  }

  private ServedRun find(Request request, String id) {
    return shelf.find(caller(request), id);
  }

  private static void describe(JsonWriter json, ServedRun run) {
    json.field("id", run.id())
        .field("started", run.context().started().toString())
        .field("endpoint", run.endpoint())
        .field("model", run.context().request().map(asked -> asked.model()))
        .field("status", run.status())
        .field("lines", run.log().lines());
    json.object("attributes", said -> run.context().attributes().forEach(said::field));
  }

  private static String caller(Request request) {
    return request.caller().orElseThrow();
  }

  private static int limit(Optional<String> text) {
    try {
      int limit = text.map(Integer::parseInt).orElse(LISTED);
      if (limit >= 1 && limit <= MOST_LISTED) {
        return limit;
      }
    } catch (NumberFormatException malformed) {
      // Said below.
    }
    throw Refusal.badRequest(
        "limit is '" + text.orElse("") + "'; use a number from 1 to " + MOST_LISTED);
  }

  private enum State {
    ALL,
    LIVE;

    static State parse(Optional<String> text) {
      return switch (text.orElse("all")) {
        case "all" -> ALL;
        case "live" -> LIVE;
        default ->
            throw Refusal.badRequest("state is '" + text.orElse("") + "'; use 'live' or 'all'");
      };
    }
  }
}
