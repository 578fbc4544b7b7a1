package io.sluice.transport.netty;

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
record TlsSettings(
    Optional<TrustManagerFactory> trust,
    List<X509Certificate> authorities,
    Optional<Identity> identity) {

  TlsSettings {
    authorities = List.copyOf(authorities);
  }

  /** The JDK's trust, and no identity. */
  static TlsSettings usual() {
    return new TlsSettings(Optional.empty(), List.of(), Optional.empty());
  }
}
