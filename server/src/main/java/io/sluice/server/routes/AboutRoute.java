package io.sluice.server.routes;

import io.sluice.json.JsonWriter;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import io.sluice.server.limits.Limits;
import io.sluice.server.runs.RunLookup;

/** Says what runs here and where, to programs and to people. Immutable. */
public final class AboutRoute {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script';"
          + " trusted-types sluice";

  private final String version;
  private final OfferedEndpoints endpoints;
  private final RunLookup found;
  private final Limits limits;

  /**
   * @param version the version of the server
   */
  public AboutRoute(String version, OfferedEndpoints endpoints, RunLookup found, Limits limits) {
    this.version = version;
    this.endpoints = endpoints;
    this.found = found;
    this.limits = limits;
  }

  Reply json(Request request) {
    String caller = request.caller().orElse("");
    String json =
        JsonWriter.object(
            about -> {
              about.field("version", version);
              endpoints.describeFor(caller, about);
              about
                  .flag("archive", found.hasArchive())
                  .flag("offline", endpoints.areOffline(caller))
                  .object("limits", this::limits);
            });
    return Reply.json(200, json);
  }

  Reply page(Request request) {
    return Reply.text(200, "text/html; charset=utf-8", html())
        .with("Content-Security-Policy", POLICY)
        .with("Cross-Origin-Opener-Policy", "same-origin");
  }

  private void limits(JsonWriter json) {
    json.field("body", limits.body())
        .field("live_runs", limits.liveRuns())
        .field("runs_of_a_token", limits.runsOfAToken())
        .field("runs_of_a_stream", limits.runsOfAStream())
        .field("viewers_of_a_run", limits.viewersOfARun())
        .field("log_limit", limits.logLimit())
        .field("keep_ms", limits.keep().toMillis());
  }

  /** Nothing that a request or an upstream says is in it. */
  private static String html() {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><title>Sluice</title></head>
    <body>
    <main>
    <h1>Sluice</h1>
    <p>This server runs requests to language models. A run goes on when its reader leaves, and
    a reader that comes back gets what it missed.</p>
    <dl>
    <dt>POST /api/runs</dt><dd>starts a run</dd>
    <dt>GET /api/events?run=ID</dt><dd>follows runs, as server-sent events</dd>
    <dt>POST /api/runs/ID/stop</dt><dd>stops a run</dd>
    <dt>GET /api/runs/ID</dt><dd>the answer so far, or the whole result</dd>
    <dt>GET /api/runs</dt><dd>your runs, the newest first</dd>
    <dt>GET /api/search?q=WORDS</dt><dd>your runs in which words stand</dd>
    <dt>GET /api/about</dt><dd>the endpoints and limits of this server</dd>
    </dl>
    <p>All of these need the token that the server printed when it started.</p>
    </main>
    </body>
    </html>
    """;
  }
}
