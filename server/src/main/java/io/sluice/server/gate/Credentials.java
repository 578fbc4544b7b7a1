package io.sluice.server.gate;

import io.sluice.server.http.Refusal;
import io.sluice.server.http.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tells callers by their tokens. A right token is always taken; of wrong ones from one address, all
 * but the first few in a minute are answered with the status 429. Thread-safe.
 */
public final class Credentials {

  private static final int FAILURES = 5;
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final String BEARER = "bearer ";

  private static final String AUTHORIZATION = "authorization";

  /** The header fields in which clients of models send a key, in lower case. */
  public static final List<String> KEY_FIELDS =
      List.of(AUTHORIZATION, "api-key", "x-api-key", "x-goog-api-key");

  private final List<AccessToken> tokens;
  private final EndpointRights rights;
  private final Allowance failures;
  private final Map<String, Allowance> rates = new HashMap<>();

  /**
   * Credentials that know these tokens.
   *
   * @throws IllegalArgumentException as {@link EndpointRights} does
   */
  public Credentials(List<AccessToken> tokens, LongSupplier nanoTime) {
    this.tokens = List.copyOf(tokens);
    this.rights = new EndpointRights(tokens);
    this.failures = new Allowance(FAILURES, PERIOD, nanoTime);
    for (AccessToken token : tokens) {
      token
          .perMinute()
          .ifPresent(most -> rates.put(token.name(), new Allowance(most, PERIOD, nanoTime)));
    }
  }

  /** Which endpoints may be used with which token. */
  public EndpointRights rights() {
    return rights;
  }

  /**
   * The name of the token that a request shows, in its cookie or its header field.
   *
   * @throws Refusal if it shows none, a wrong one, or one too often
   */
  String caller(Request request, String cookie) {
    return holder(request, bearer(request).or(() -> cookie(request, cookie)));
  }

  /**
   * The name of the token that a request shows in place of a key.
   *
   * @throws Refusal as {@link #caller} does
   */
  String keyHolder(Request request) {
    List<String> shown =
        KEY_FIELDS.stream()
            .flatMap(
                field ->
                    field.equals(AUTHORIZATION)
                        ? bearer(request).stream()
                        : request.headers(field).stream().map(String::strip))
            .toList();
    Optional<String> token = shown.stream().filter(text -> find(text).isPresent()).findFirst();
    return holder(request, token.or(() -> shown.stream().findFirst()));
  }

  private String holder(Request request, Optional<String> token) {
    String shown =
        token.orElseThrow(
            () ->
                new Refusal(
                    401,
                    "token_required",
                    "this needs a token; open the page with the link that the server printed,"
                        + " or send 'Authorization: Bearer TOKEN'"));
    String name = name(request.address(), shown);
    Optional<Duration> wait = Optional.ofNullable(rates.get(name)).flatMap(rate -> rate.use(name));
    if (wait.isPresent()) {
      throw tooOften("rate_limited", "too many requests with the token '" + name + "'", wait.get());
    }
    return name;
  }

  /**
   * The name of a token. One that is right is taken in any case: everybody behind a server in front
   * of this one has the same address, and so have all programs of this machine.
   *
   * @throws Refusal if it is wrong, with another status if too many were wrong that came from this
   *     address
   */
  public String name(String address, String shown) {
    return find(shown).orElseThrow(() -> wrong(address));
  }

  private Refusal wrong(String address) {
    return failures
        .use(address)
        .map(wait -> tooOften("too_many_failures", "too many wrong tokens", wait))
        .orElseGet(
            () ->
                new Refusal(
                    401,
                    "wrong_token",
                    "the token is wrong; the server makes another at each start, so use the link"
                        + " that it printed last"));
  }

  /** Looks at every token, so that the time says nothing about which it is. */
  Optional<String> find(String shown) {
    byte[] hash = AccessToken.hash(shown);
    Optional<String> found = Optional.empty();
    for (AccessToken token : tokens) {
      if (token.matches(hash)) {
        found = Optional.of(token.name());
      }
    }
    return found;
  }

  private static Optional<String> bearer(Request request) {
    return request
        .header(AUTHORIZATION)
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  private static Optional<String> cookie(Request request, String name) {
    for (String field : request.headers("Cookie")) {
      for (String pair : field.split(";", -1)) {
        String cookie = pair.strip();
        if (cookie.startsWith(name + "=")) {
          return Optional.of(cookie.substring(name.length() + 1));
        }
      }
    }
    return Optional.empty();
  }

  private static Refusal tooOften(String code, String what, Duration wait) {
    long seconds = wait.plusSeconds(1).toSeconds();
    return Refusal.tooMany(code, what + "; wait " + seconds + " s").retryAfter(seconds);
  }
}
