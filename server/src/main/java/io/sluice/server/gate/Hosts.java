package io.sluice.server.gate;

import io.sluice.server.http.Refusal;
import io.sluice.server.http.Request;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names under which this server may be asked. Others are refused, because a page can give its
 * own name the address of this machine. Immutable.
 */
final class Hosts {

  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> known = new HashSet<>();

  /**
   * @param port our port
   * @param bound the address that the server listens on, an IPv6 one in brackets
   * @param named more names; one with a port is taken as it is, any other with our port or none
   */
  Hosts(int port, String bound, Collection<String> named) {
    LOOPBACK.forEach(name -> known.add(name + ":" + port));
    known.add(lower(bound) + ":" + port);
    for (String name : named) {
      known.add(lower(name));
      if (!name.replaceFirst("^\\[.*]", "").contains(":")) {
        known.add(lower(name) + ":" + port);
      }
    }
  }

  /**
   * Lets a request pass that names one of the hosts, once.
   *
   * @throws Refusal otherwise
   */
  void check(Request request) {
    List<String> hosts = request.headers("Host");
    if (hosts.size() != 1 || !known.contains(lower(hosts.get(0)))) {
      throw new Refusal(
          421,
          "unknown_host",
          hosts.isEmpty()
              ? "the request names no host; send the header field 'Host'"
              : "this server does not answer for the host '"
                  + String.join(", ", hosts)
                  + "'; add it to 'hosts' under 'serve' in sluice.yaml if it should");
    }
  }

  /** Whether a page of this origin is one of this server's own. */
  boolean isOurs(String origin) {
    String text = lower(origin);
    return (text.startsWith("http://") && known.contains(text.substring("http://".length())))
        || (text.startsWith("https://") && known.contains(text.substring("https://".length())));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
