package io.sluice.server.events;

import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import io.sluice.server.limits.Limits;
import io.sluice.server.runs.RunShelf;
import io.sluice.server.runs.ServedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** Opens event streams: finds the runs and the cursors that a request names. Thread-safe. */
public final class Following {

  private static final String EVENT_STREAM = "text/event-stream";
  private static final String LAST_ID = "Last-Event-ID";

  private final RunShelf shelf;
  private final Limits limits;
  private final Executor files;
  private final LongSupplier nanoTime;

  /**
   * Event streams of the runs on a shelf.
   *
   * @param files where files are read, off the loops
   * @param nanoTime a clock of nanoseconds
   */
  public Following(RunShelf shelf, Limits limits, Executor files, LongSupplier nanoTime) {
    this.shelf = shelf;
    this.limits = limits;
    this.files = files;
    this.nanoTime = nanoTime;
  }

  /**
   * The lines of all runs that a request names.
   *
   * @throws Refusal if a run is unknown, a cursor is none, or there are too many of something
   */
  public Reply lines(Request request) {
    List<String> wanted = request.parameters("run");
    if (wanted.isEmpty() || wanted.size() > limits.runsOfAStream()) {
      throw Refusal.badRequest(
          "the stream names " + wanted.size() + " runs; name 1 to " + limits.runsOfAStream());
    }
    List<Long> last = lastIds(request, wanted.size());
    List<RunCursor> cursors = new ArrayList<>();
    for (int place = 0; place < wanted.size(); place++) {
      String[] parts = wanted.get(place).split(":", 2);
      long after = last.isEmpty() ? (parts.length == 2 ? number(parts[1]) : 0) : last.get(place);
      cursors.add(cursor(request, parts[0], after));
    }
    return stream(cursors, new LineEvents());
  }

  /**
   * The payloads of one run, as its server sent them.
   *
   * @throws Refusal as {@link #lines} does
   */
  public Reply payloads(Request request, String id) {
    List<Long> last = lastIds(request, 1);
    long after =
        last.isEmpty() ? request.parameter("after").map(Following::number).orElse(0L) : last.get(0);
    return stream(List.of(cursor(request, id, after)), new PayloadEvents());
  }

  /**
   * The lines that a run has at present, as a transcript.
   *
   * @throws Refusal if the run is unknown
   */
  public Reply transcript(Request request, String id) {
    ServedRun run = shelf.find(request.caller().orElse(""), id);
    return reply(
        "application/x-ndjson", List.of(RunCursor.throughThePresent(run)), new PlainLines());
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

  private RunCursor cursor(Request request, String id, long after) {
    ServedRun run = shelf.find(request.caller().orElse(""), id);
    long lines = run.log().lines();
    if (after > lines) {
      throw Refusal.badRequest(
          "the cursor " + after + " of run '" + id + "' is beyond its " + lines + " lines");
    }
    return RunCursor.behind(run, after);
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
}
