package io.sluice.transport.netty.connect;

import io.sluice.transport.netty.pem.Identity;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;

/**
 * How TLS is spoken.
 *
 * @param trust who is trusted; whom the JDK trusts if nobody is given
 * @param authorities who is trusted besides
 * @param identity who the client is, if it is to say so
 */
public record TlsSettings(
    Optional<TrustManagerFactory> trust,
    List<X509Certificate> authorities,
    Optional<Identity> identity) {

  public TlsSettings {
    authorities = List.copyOf(authorities);
  }

  /** The JDK's trust, and no identity. */
  public static TlsSettings usual() {
    return new TlsSettings(Optional.empty(), List.of(), Optional.empty());
  }
}
