package io.sluice.transport.netty;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which proxy leads to which server, as the environment variables {@code HTTPS_PROXY}, {@code
 * HTTP_PROXY} and {@code NO_PROXY} have it; each also in lower case, which then wins, as other
 * tools have it. An https server is reached through a CONNECT tunnel, an http one by asking the
 * proxy for the whole URL. Immutable.
 */
public final class Proxies {

  private static final Proxies NONE = new Proxies(Optional.empty(), Optional.empty(), List.of());

  private final Optional<Proxy> forTls;
  private final Optional<Proxy> forPlain;
  private final List<String> direct;

  private Proxies(Optional<Proxy> forTls, Optional<Proxy> forPlain, List<String> direct) {
    this.forTls = forTls;
    this.forPlain = forPlain;
    this.direct = direct;
  }

  /** No proxy for any server. */
  public static Proxies none() {
    return NONE;
  }

  /**
   * The proxies that these environment variables name.
   *
   * @throws IllegalArgumentException if one is malformed; the message does not show its value
   */
  public static Proxies fromEnvironment(Map<String, String> variables) {
    return new Proxies(
        proxy(variables, "HTTPS_PROXY"),
        proxy(variables, "HTTP_PROXY"),
        variable(variables, "NO_PROXY").map(Proxies::entries).orElse(List.of()));
  }

  Optional<Proxy> leadingTo(Target target) {
    Optional<Proxy> proxy = target.secure() == Target.Security.TLS ? forTls : forPlain;
    return proxy.filter(any -> direct.stream().noneMatch(entry -> covers(entry, target)));
  }

  private static boolean covers(String entry, Target target) {
    if (entry.equals("*")) {
      return true;
    }
    String host = target.host().toLowerCase(Locale.ROOT);
    String name = entry.startsWith("*.") ? entry.substring(1) : entry;
    String bare = name.startsWith(".") ? name.substring(1) : name;
    return host.equals(bare)
        || host.endsWith("." + bare)
        || bare.equals(target.authority().toLowerCase(Locale.ROOT));
  }

  private static List<String> entries(String value) {
    return List.of(value.toLowerCase(Locale.ROOT).strip().split("[,\\s]+"));
  }

  private static Optional<Proxy> proxy(Map<String, String> variables, String name) {
    return variable(variables, name).map(value -> Proxy.parse(name, value));
  }

  private static Optional<String> variable(Map<String, String> variables, String name) {
    String lower = variables.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    String value = lower.isBlank() ? variables.getOrDefault(name, "") : lower;
    return Optional.of(value).filter(set -> !set.isBlank());
  }
}
