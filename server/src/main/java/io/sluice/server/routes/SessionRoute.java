package io.sluice.server.routes;

import io.sluice.json.JsonObject;
import io.sluice.json.MalformedJsonException;
import io.sluice.server.gate.Gate;
import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;

/** Trades a token for a cookie, which the scripts of a page cannot read. Immutable. */
public final class SessionRoute {

  private final Gate gate;
  private final String more;

  /**
   * The route of the server that this gate guards.
   *
   * @param more further attributes of the cookie, each after a semicolon
   */
  public SessionRoute(Gate gate, String more) {
    this.gate = gate;
    this.more = more;
  }

  Reply open(Request request) {
    String token =
        body(request)
            .string("token")
            .orElseThrow(() -> Refusal.badRequest("the body has no 'token'; send {\"token\":…}"));
    gate.credentials().name(request.address(), token);
    return Reply.empty(204)
        .with(
            "Set-Cookie",
            gate.cookie() + "=" + token + "; HttpOnly; SameSite=Strict; Path=/api" + more);
  }

  private static JsonObject body(Request request) {
    try {
      return JsonObject.read(request.body());
    } catch (MalformedJsonException malformed) {
      throw Refusal.badRequest("the body is no JSON object; send {\"token\":…}");
    }
  }
}
