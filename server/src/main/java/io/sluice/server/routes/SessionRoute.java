package io.sluice.server.routes;

import io.sluice.json.JsonObject;
import io.sluice.json.MalformedJsonException;
import io.sluice.server.gate.Gate;
import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import java.util.function.Predicate;

/** Trades a token for a cookie, which the scripts of a page cannot read. Immutable. */
public final class SessionRoute {

  private final Gate gate;
  private final Predicate<String> secure;

  /**
   * The route of the server that this gate guards.
   *
   * @param secure whether clients that ask that host speak TLS, so that the cookie is for it alone
   */
  public SessionRoute(Gate gate, Predicate<String> secure) {
    this.gate = gate;
    this.secure = secure;
  }

  Reply open(Request request) {
    String token =
        body(request)
            .string("token")
            .orElseThrow(() -> Refusal.badRequest("the body has no 'token'; send {\"token\":…}"));
    gate.credentials().name(request.address(), token);
    String more = request.header("Host").filter(secure).isPresent() ? "; Secure" : "";
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
