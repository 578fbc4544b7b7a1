package io.sluice.server.passage;

import io.sluice.server.Server;
import io.sluice.server.SocketClient;
import java.io.IOException;

/** What a server has of a run that it passed on. */
final class RecordedRun {

  private final Server server;
  private final String id;

  private RecordedRun(Server server, String id) {
    this.server = server;
    this.id = id;
  }

  static RecordedRun of(Server server, String id) {
    return new RecordedRun(server, id);
  }

  /** All lines, as events, once the run has ended. */
  String lines() throws IOException {
    String events = "";
    // A run is kept a moment after its answer began.
    while (!events.startsWith("HTTP/1.1 200")) {
      events = SocketClient.ask(server, "GET /api/events?run=" + id, "");
    }
    return events;
  }

  /** Its answer and status as they are now. */
  String json() throws IOException {
    return SocketClient.ask(server, "GET /api/runs/" + id, "");
  }

  void stop() throws IOException {
    String reply = "";
    while (!reply.startsWith("HTTP/1.1 202")) {
      reply = SocketClient.ask(server, "POST /api/runs/" + id + "/stop", "");
    }
  }
}
