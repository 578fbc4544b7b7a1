package io.sluice.server.gate;

import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import io.sluice.text.HeaderField;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What every request must pass before any route sees it: it names this server, no page of another
 * origin caused it, and it shows a token where one is needed. Thread-safe.
 */
public final class Gate {

  private final Hosts hosts;
  private final Origins origins;
  private final Credentials credentials;
  private final String cookie;

  /**
   * Builds the gate of a server.
   *
   * @param port the port that the server listens on
   * @param bound the address that it listens on, an IPv6 one in brackets
   * @param named further names under which it is asked
   * @param allowed the origins of others that may ask it, exactly as browsers send them
   */
  public Gate(
      int port,
      String bound,
      Collection<String> named,
      Set<String> allowed,
      Credentials credentials) {
    this.hosts = new Hosts(port, bound, named);
    this.origins = new Origins(hosts, allowed);
    this.credentials = credentials;
    this.cookie = "sluice-" + port;
  }

  /** The name of the cookie that holds the token of a page. */
  public String cookie() {
    return cookie;
  }

  /** The tokens that are known. */
  public Credentials credentials() {
    return credentials;
  }

  /**
   * Lets a request pass, with the name of its caller if the route needs one.
   *
   * @throws Refusal if it may not pass
   */
  public Request admit(Request request) {
    admitUnnamed(request);
    return needsToken(request) ? request.by(credentials.caller(request, cookie)) : request;
  }

  /**
   * Lets a request pass whose route asks for a token itself, or needs none.
   *
   * @throws Refusal if it may not pass
   */
  public Request admitUnnamed(Request request) {
    hosts.check(request);
    origins.check(request);
    return request;
  }

  /**
   * The name of the token that a request shows where clients of models send a key: in {@code
   * Authorization}, {@code api-key}, {@code x-api-key} or {@code x-goog-api-key}.
   *
   * @throws Refusal if it shows none, a wrong one, or one too often
   */
  public String keyHolder(Request request) {
    return credentials.keyHolder(request);
  }

  /** The name of the token that a text is; empty if it is none. It counts as no attempt. */
  public Optional<String> tokenName(String text) {
    return credentials.find(text);
  }

  /** The reply to a browser that asks whether a page of another origin may ask; else empty. */
  public Optional<Reply> preflight(Request request) {
    try {
      hosts.check(request);
    } catch (Refusal unknownHost) {
      return Optional.of(unknownHost.reply());
    }
    return origins.preflight(request);
  }

  /** The header fields by which browsers show a reply to the page that asked. */
  public List<HeaderField> shared(Request request) {
    return origins.shared(request);
  }

  /** Everything but the page, the trade of a token for a cookie, and the sign of life. */
  private static boolean needsToken(Request request) {
    String path = request.path();
    return !(path.equals("/")
        || path.startsWith("/assets/")
        || path.equals("/healthz")
        || path.equals("/api/session"));
  }
}
