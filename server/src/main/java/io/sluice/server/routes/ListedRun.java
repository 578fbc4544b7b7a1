package io.sluice.server.routes;

import io.sluice.chat.ChatRequest;
import io.sluice.json.JsonWriter;
import io.sluice.server.archive.PastRun;
import io.sluice.server.runs.Endpoints;
import io.sluice.server.runs.ServedRun;
import io.sluice.stream.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What lists say of a run.
 *
 * @param endpoint the name of the endpoint; its URL if that has no name here
 * @param lines how many lines it has; empty if it is not in memory
 */
record ListedRun(
    String id,
    Instant started,
    String endpoint,
    String model,
    String status,
    OptionalLong lines,
    Map<String, String> attributes) {

  static final Comparator<ListedRun> NEWEST_FIRST =
      Comparator.comparing(ListedRun::started).thenComparing(ListedRun::id).reversed();

  static ListedRun of(ServedRun run) {
    return new ListedRun(
        run.id(),
        run.context().started(),
        run.endpoint(),
        run.context().request().map(ChatRequest::model).orElse(""),
        run.status(),
        OptionalLong.of(run.log().lines()),
        run.context().attributes());
  }

  /** A run that has no end is said to be what it is once it is read back. */
  static ListedRun of(PastRun past, Endpoints endpoints) {
    return new ListedRun(
        past.id(),
        past.open().started().orElse(Instant.EPOCH),
        endpoints.nameOf(past.open().endpoint()),
        past.model(),
        past.end().map(end -> end.status().word()).orElse(Status.TRUNCATED.word()),
        OptionalLong.empty(),
        past.open().attributes());
  }

  void describe(JsonWriter json) {
    json.field("id", id)
        .field("started", started.toString())
        .field("endpoint", endpoint)
        .field("model", model)
        .field("status", status);
    lines.ifPresent(count -> json.field("lines", count));
    json.object("attributes", said -> attributes.forEach(said::field));
  }
}
