package io.sluice.server.routes;

import static io.sluice.server.routes.UnreadableArchive.readable;

import io.sluice.chat.Json;
import io.sluice.json.JsonWriter;
import io.sluice.server.archive.FoundRun;
import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import io.sluice.server.runs.Endpoints;
import io.sluice.server.runs.RunLookup;
import io.sluice.server.runs.RunShelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Lists and searches the runs of a caller, in memory and in the archive. Thread-safe. */
public final class RunListing {

  private static final int MOST_LISTED = 200;
  private static final int LISTED = 50;

  private final RunShelf shelf;
  private final RunLookup found;
  private final Endpoints endpoints;

  /** Lists the runs of a shelf, and those that a lookup finds besides. */
  public RunListing(RunShelf shelf, RunLookup found, Endpoints endpoints) {
    this.shelf = shelf;
    this.found = found;
    this.endpoints = endpoints;
  }

  CompletionStage<Reply> list(Request request) {
    State state = State.parse(request.parameter("state"));
    int limit = limit(request);
    String caller = request.caller().orElseThrow();
    Optional<String> before = request.parameter("before");
    CompletionStage<Optional<Instant>> began =
        before.isPresent()
            ? found.began(caller, before.get()).thenApply(Optional::of)
            : CompletableFuture.completedFuture(Optional.empty());
    return readable(
        began
            .thenCompose(
                time ->
                    kept(caller, state, time, limit + 1)
                        .thenApply(kept -> merged(held(caller, state), kept, time)))
            .thenApply(all -> reply(all, limit)));
  }

  CompletionStage<Reply> search(Request request) {
    if (!found.hasArchive()) {
      throw new Refusal(
          404, "no_archive", "this server keeps no archive; start it with one to search it");
    }
    List<String> words = SearchText.words(request.parameter("q").orElse(""));
    if (words.isEmpty()) {
      throw Refusal.badRequest("'q' has no words; send those to search for, such as ?q=word");
    }
    return readable(
        found
            .search(request.caller().orElseThrow(), words, limit(request))
            .thenApply(
                hits ->
                    Reply.json(
                        200,
                        JsonWriter.object(json -> json.objects("hits", hits, this::describe)))));
  }

  /** Those without an end of their own are in the archive, which may know more by now. */
  private List<ListedRun> held(String caller, State state) {
    return shelf.of(caller).stream()
        .filter(run -> run.isLive() || (state == State.ALL && !run.wasKilled()))
        .map(ListedRun::of)
        .toList();
  }

  private CompletionStage<List<ListedRun>> kept(
      String caller, State state, Optional<Instant> before, int limit) {
    return state == State.LIVE
        ? CompletableFuture.completedFuture(List.of())
        : found
            .list(caller, before, limit)
            .thenApply(runs -> runs.stream().map(past -> ListedRun.of(past, endpoints)).toList());
  }

  private static List<ListedRun> merged(
      List<ListedRun> held, List<ListedRun> kept, Optional<Instant> before) {
    Set<String> known = new HashSet<>();
    held.forEach(run -> known.add(run.id()));
    List<ListedRun> all = new ArrayList<>(held);
    kept.stream().filter(run -> !known.contains(run.id())).forEach(all::add);
    return all.stream()
        .filter(run -> before.filter(time -> !run.started().isBefore(time)).isEmpty())
        .sorted(ListedRun.NEWEST_FIRST)
        .toList();
  }

  private static Reply reply(List<ListedRun> all, int limit) {
    List<ListedRun> first = all.subList(0, Math.min(limit, all.size()));
    return Reply.json(
        200,
        JsonWriter.object(
            json ->
                json.objects("runs", first, (JsonWriter each, ListedRun run) -> run.describe(each))
                    .flag("more", all.size() > limit)));
  }

  private void describe(JsonWriter json, FoundRun hit) {
    ListedRun.of(hit.run(), endpoints).describe(json);
    json.field("excerpt", hit.excerpt()).field("marks", pairs(hit.marks()));
  }

  private static Json pairs(List<FoundRun.Mark> marks) {
    return new Json(
        marks.stream()
            .map(mark -> "[" + mark.begin() + "," + mark.end() + "]")
            .collect(Collectors.joining(",", "[", "]")));
  }

  private static int limit(Request request) {
    Optional<String> text = request.parameter("limit");
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
