package io.sluice.transport.netty.route;

import java.net.URI;
import java.util.Locale;

/**
 * The server that a connection leads to; connections to equal targets are interchangeable.
 *
 * @param secure whether TLS is spoken
 * @param host the host's name or address, without brackets
 * @param port the port
 */
public record Target(Security secure, String host, int port) {

  /** Returns the target of a URL, with the port of its scheme if it names none. */
  public static Target of(URI uri) {
    Security secure =
        uri.getScheme().toLowerCase(Locale.ROOT).equals("https") ? Security.TLS : Security.NONE;
    String host = uri.getHost();
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new Target(
        secure, bare.replaceFirst("%25", "%"), uri.getPort() >= 0 ? uri.getPort() : secure.port);
  }

  /**
   * The value of a Host field (RFC 9110, 7.2): with the port only if it is not the scheme's
   * default, and without an IPv6 zone, which has a meaning only on this host (RFC 6874, 3).
   */
  public String hostField() {
    int zone = host.indexOf('%');
    Target told = zone < 0 ? this : new Target(secure, host.substring(0, zone), port);
    return port == secure.port ? told.bracketed() : told.authority();
  }

  /** Host and port, separated by a colon. */
  public String authority() {
    return bracketed() + ":" + port;
  }

  private String bracketed() {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }

  /**
   * Written by hand like {@code hashCode}: a record generates its own at run time, which delays the
   * first call.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Target that
        && secure == that.secure
        && port == that.port
        && host.equals(that.host);
  }

  @Override
  public int hashCode() {
    return 31 * host.hashCode() + port;
  }

  @Override
  public String toString() {
    return authority();
  }

  /** What protects a connection. */
  public enum Security {
    NONE(80),
    TLS(443);

    private final int port;

    Security(int port) {
      this.port = port;
    }
  }
}
