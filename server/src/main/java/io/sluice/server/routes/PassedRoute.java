package io.sluice.server.routes;

import io.sluice.json.JsonWriter;
import io.sluice.server.count.UnrecordedCounts;
import io.sluice.server.count.UnrecordedCounts.Count;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import java.util.List;

/** Tells what was passed on without a record: a caller's own, and what came without a token. */
public final class PassedRoute {

  private final UnrecordedCounts counts;
  private final String unnamed;

  /**
   * @param unnamed who has the requests of clients that show no token
   */
  public PassedRoute(UnrecordedCounts counts, String unnamed) {
    this.counts = counts;
    this.unnamed = unnamed;
  }

  Reply list(Request request) {
    String caller = request.caller().orElseThrow();
    List<Count> told =
        counts.counts().stream()
            .filter(count -> List.of(caller, unnamed).contains(count.kind().owner()))
            .toList();
    return Reply.json(
        200, JsonWriter.object(json -> json.objects("passed", told, PassedRoute::describe)));
  }

  private static void describe(JsonWriter json, Count count) {
    json.field("endpoint", count.kind().endpoint())
        .field("method", count.kind().method())
        .field("path", count.kind().path());
    count.kind().status().ifPresent(status -> json.field("status", status));
    json.field("requests", count.requests())
        .field("sent_bytes", count.sent())
        .field("received_bytes", count.received())
        .field("total_ms", count.total().toMillis())
        .field("longest_ms", count.longest().toMillis());
  }
}
