package io.sluice.server.gate;

import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import io.sluice.text.HeaderField;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells requests of our own page and of programs from those that pages of other origins cause.
 * Ports of one machine are one site to browsers, so cookies do not tell; the header fields {@code
 * Origin} and {@code Sec-Fetch-Site} do. Immutable.
 */
final class Origins {

  private static final HeaderField VARY = new HeaderField("Vary", "Origin");

  private final Hosts hosts;
  private final Set<String> allowed;

  Origins(Hosts hosts, Set<String> allowed) {
    this.hosts = hosts;
    this.allowed = Set.copyOf(allowed);
  }

  /**
   * Lets a request pass that no other origin caused, or one that is allowed.
   *
   * @throws Refusal otherwise
   */
  void check(Request request) {
    List<String> origins = request.headers("Origin");
    if (!origins.isEmpty()) {
      checkOrigin(origins);
      if (isAllowed(request)) {
        return;
      }
    }
    String site = request.header("Sec-Fetch-Site").orElse("same-origin");
    boolean typed = site.equals("none") && isPage(request);
    if (!site.equals("same-origin") && !typed) {
      throw refusal(
          "a page of another origin may not ask this server; open its own page, or add the origin"
              + " of that page to 'allow-origin' under 'serve' in sluice.yaml");
    }
  }

  /** The reply to the question of a browser whether a page of an allowed origin may ask. */
  Optional<Reply> preflight(Request request) {
    Optional<String> wanted = request.header("Access-Control-Request-Method");
    if (!request.method().equals("OPTIONS") || wanted.isEmpty() || !isAllowed(request)) {
      return Optional.empty();
    }
    Reply granted =
        Reply.empty(204)
            .with("Access-Control-Allow-Methods", wanted.get())
            .with("Access-Control-Max-Age", "600");
    return Optional.of(
        request
            .header("Access-Control-Request-Headers")
            .map(names -> granted.with("Access-Control-Allow-Headers", names))
            .orElse(granted));
  }

  /** The header fields by which a browser shows the reply to a page of an allowed origin. */
  List<HeaderField> shared(Request request) {
    if (allowed.isEmpty()) {
      return List.of();
    }
    return isAllowed(request)
        ? List.of(
            new HeaderField("Access-Control-Allow-Origin", request.header("Origin").orElseThrow()),
            VARY)
        : List.of(VARY);
  }

  private void checkOrigin(List<String> origins) {
    String origin = origins.get(0);
    if (origins.size() > 1 || !(hosts.isOurs(origin) || allowed.contains(origin))) {
      throw refusal(
          "the origin '"
              + origin
              + "' may not ask this server; add 'allow-origin: [\""
              + origin
              + "\"]' under 'serve' in sluice.yaml");
    }
  }

  private boolean isAllowed(Request request) {
    return request.header("Origin").filter(allowed::contains).isPresent();
  }

  private static boolean isPage(Request request) {
    return request.method().equals("GET")
        && (request.path().equals("/") || request.path().startsWith("/assets/"));
  }

  private static Refusal refusal(String message) {
    return new Refusal(403, "other_origin", message);
  }
}
