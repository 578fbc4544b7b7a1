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

  /** The run whose name stands in the head of an answer. */
  static RecordedRun of(PassageRig rig, WireAnswer answer) {
    return of(rig.server, answer.field("X-Sluice-Run"));
  }

  /** All lines, as events, once the run has ended. */
  String lines() throws IOException {
    return asked("GET /api/events?run=" + id);
  }

  /** Its answer and status as they are now. */
  String json() throws IOException {
    return asked("GET /api/runs/" + id);
  }

  void stop() throws IOException {
    asked("POST /api/runs/" + id + "/stop");
  }

  /** Waits until it can be found. */
  void awaitKept() throws IOException {
    json();
  }

  /** A run can be found a moment after its answer has begun. */
  private String asked(String line) throws IOException {
    String reply = SocketClient.ask(server, line, "");
    while (reply.startsWith("HTTP/1.1 404")) {
      reply = SocketClient.ask(server, line, "");
    }
    return reply;
  }
}
