package io.sluice.server.events;

import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import io.sluice.server.limits.Limits;
import io.sluice.server.runs.RunLookup;
import io.sluice.server.runs.ServedRun;
import io.sluice.stream.OneLine;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** Opens event streams: finds the runs and the cursors that a request names. Thread-safe. */
public final class Following {

  private static final String EVENT_STREAM = "text/event-stream";
  private static final String LAST_ID = "Last-Event-ID";

  private final RunLookup runs;
  private final Limits limits;
  private final Executor files;
  private final LongSupplier nanoTime;

  /**
   * Event streams of the runs that can be found.
   *
   * @param files where files are read, off the loops
   * @param nanoTime a clock of nanoseconds
   */
  public Following(RunLookup runs, Limits limits, Executor files, LongSupplier nanoTime) {
    this.runs = runs;
    this.limits = limits;
    this.files = files;
    this.nanoTime = nanoTime;
  }

  /**
   * The lines of all runs that a request names.
   *
   * @throws Refusal if there are too many runs or cursors, one is no cursor, or the speed is none;
   *     the stage also fails with one, if a run is unknown
   */
  public CompletionStage<Reply> lines(Request request) {
    List<String> wanted = request.parameters("run");
    if (wanted.isEmpty() || wanted.size() > limits.runsOfAStream()) {
      throw Refusal.badRequest(
          "the stream names " + wanted.size() + " runs; name 1 to " + limits.runsOfAStream());
    }
    List<Long> last = lastIds(request, wanted.size());
    List<Place> places = new ArrayList<>();
    for (int run = 0; run < wanted.size(); run++) {
      String[] parts = wanted.get(run).split(":", 2);
      long after = last.isEmpty() ? (parts.length == 2 ? number(parts[1]) : 0) : last.get(run);
      places.add(new Place(parts[0], after, pace(request)));
    }
    return follow(request, places, new LineEvents());
  }

  /**
   * The payloads of one run, as its server sent them.
   *
   * @throws Refusal as {@link #lines} does
   */
  public CompletionStage<Reply> payloads(Request request, String id) {
    List<Long> last = lastIds(request, 1);
    long after =
        last.isEmpty() ? request.parameter("after").map(Following::number).orElse(0L) : last.get(0);
    return follow(request, List.of(new Place(id, after, pace(request))), new PayloadEvents());
  }

  /** The lines that a run has at present, as a transcript. */
  public CompletionStage<Reply> transcript(Request request, String id) {
    return runs.find(request.caller().orElse(""), id)
        .thenApply(
            run ->
                reply(
                    "application/x-ndjson",
                    List.of(RunCursor.throughThePresent(run)),
                    new PlainLines()));
  }

  private CompletionStage<Reply> follow(Request request, List<Place> places, EventStyle style) {
    String caller = request.caller().orElse("");
    List<CompletableFuture<RunCursor>> cursors =
        places.stream()
            .map(place -> runs.find(caller, place.run()).thenApply(place::cursor))
            .map(CompletionStage::toCompletableFuture)
            .toList();
    return CompletableFuture.allOf(cursors.toArray(CompletableFuture<?>[]::new))
        .thenApply(all -> stream(cursors.stream().map(CompletableFuture::join).toList(), style))
        .exceptionally(Following::tryAgain);
  }

  /** A browser never asks again for a stream that was refused, so one that begins says it. */
  private static Reply tryAgain(Throwable trouble) {
    if (!(trouble.getCause() instanceof UncheckedIOException unreadable)) {
      throw trouble instanceof CompletionException known ? known : new CompletionException(trouble);
    }
    String said = ": " + OneLine.of(String.valueOf(unreadable.getMessage())) + "\nretry: 5000\n\n";
    return Reply.text(200, EVENT_STREAM, said);
  }

  private Reply stream(List<RunCursor> cursors, EventStyle style) {
    if (cursors.stream().allMatch(RunCursor::hasEnded)) {
      return Reply.empty(204);
    }
    for (RunCursor cursor : cursors) {
      if (cursor.run().viewers() >= limits.viewersOfARun()) {
        throw new Refusal(
            503,
            "too_many_viewers",
            "the run has " + cursor.run().viewers() + " viewers; come back");
      }
    }
    return reply(EVENT_STREAM, cursors, style);
  }

  private Reply reply(String type, List<RunCursor> cursors, EventStyle style) {
    var silence = new Heartbeat(nanoTime, style.comment());
    return Reply.streamed(type, new Viewer(cursors, style, files, silence));
  }

  /** A browser that comes back names the last id it saw, which is later than the URL. */
  private static List<Long> lastIds(Request request, int runs) {
    Optional<String> last = request.header(LAST_ID).filter(text -> !text.isBlank());
    if (last.isEmpty()) {
      return List.of();
    }
    List<Long> cursors = new ArrayList<>();
    for (String part : last.get().strip().split("\\.", -1)) {
      cursors.add(number(part));
    }
    if (cursors.size() != runs) {
      throw Refusal.badRequest(
          LAST_ID + " has " + cursors.size() + " cursors for " + runs + " runs; send one for each");
    }
    return cursors;
  }

  private Optional<ReplayPace> pace(Request request) {
    return ReplayPace.of(request.parameter("speed"), nanoTime);
  }

  private static long number(String text) {
    try {
      long cursor = Long.parseLong(text);
      if (cursor >= 0 && Character.isDigit(text.charAt(0))) {
        return cursor;
      }
    } catch (NumberFormatException malformed) {
      // Said below.
    }
    throw Refusal.badRequest("the cursor '" + text + "' is none; use the number of a line, or 0");
  }

  /**
   * Where a client wants to go on.
   *
   * @param run the id of the run
   * @param after the number of the last line that it has
   * @param pace at which lines come; empty if they come at once
   */
  private record Place(String run, long after, Optional<ReplayPace> pace) {

    RunCursor cursor(ServedRun found) {
      long lines = found.log().lines();
      if (after <= lines || (found.isFollowed() && found.isLive())) {
        return RunCursor.behind(found, after, pace);
      }
      if (found.wasKilled() || found.isFollowed()) {
        return RunCursor.beyond(found, after);
      }
      throw Refusal.badRequest(
          "the cursor " + after + " of run '" + run + "' is beyond its " + lines + " lines");
    }
  }
}
