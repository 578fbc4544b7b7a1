package io.sluice.transport.netty.connect;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.sluice.json.Utf8;
import io.sluice.stream.Failure;
import io.sluice.transport.netty.route.Proxy;
import io.sluice.transport.netty.route.ProxyRefusal;
import io.sluice.transport.netty.route.Target;
import io.sluice.wire.HttpAnswer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refusals that concern the connection and not the request, so that no dialect knows them: a proxy
 * that demands a login, and a server that expects TLS.
 */
public final class HopRefusal {

  private static final String CHALLENGES = HttpHeaderNames.PROXY_AUTHENTICATE.toString();

  /** The error texts of servers that received plain HTTP where they expect TLS. */
  private static final Pattern AWAITS_TLS =
      Pattern.compile(
          "(?i)plain http request was sent to https|http request to an https server"
              + "|plain http to an (?:ssl|tls)-enabled|combination of host and port requires tls");

  private HopRefusal() {}

  /** Joins several challenge fields into one, since a dialect's answer has only one. */
  public static void joinChallenges(HttpHeaders headers) {
    List<String> challenges = headers.getAll(CHALLENGES);
    if (challenges.size() > 1) {
      headers.set(CHALLENGES, String.join(", ", challenges));
    }
  }

  /** The failure for such a refusal; empty if the server refused the request itself. */
  public static Optional<Failure.Http> of(HttpAnswer answer, Connection connection) {
    Optional<Proxy> proxy = connection.asks();
    if (proxy.isPresent() && ProxyRefusal.isLogin(answer.status())) {
      String challenges = answer.header(CHALLENGES).orElse("");
      return Optional.of(failure(answer, ProxyRefusal.login(proxy.get(), challenges)));
    }
    boolean plain = connection.target().secure() == Target.Security.NONE;
    return plain && answer.status() == 400 && awaitsTls(answer)
        ? Optional.of(
            failure(
                answer,
                connection.target()
                    + " answered 400: it speaks TLS and got plain HTTP; use https:// in the URL"))
        : Optional.empty();
  }

  private static boolean awaitsTls(HttpAnswer answer) {
    return AWAITS_TLS.matcher(Utf8.decode(answer.body().duplicate())).find();
  }

  private static Failure.Http failure(HttpAnswer answer, String message) {
    return Failure.Http.builder(answer.status(), message).build();
  }
}
