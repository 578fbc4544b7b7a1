package io.sluice.transport.netty.connect;

import io.sluice.transport.netty.pem.Identity;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;

/**
 * The TLS settings of a transport.
 *
 * @param trust the certificates to trust; the JDK's trust store if empty
 * @param authorities additional authorities to trust
 * @param identity the client's certificate and key, if it presents one
 */
public record TlsSettings(
    Optional<TrustManagerFactory> trust,
    List<X509Certificate> authorities,
    Optional<Identity> identity) {

  /** Copies the lists. */
  public TlsSettings {
    authorities = List.copyOf(authorities);
  }

  /** The JDK's trust, and no client certificate. */
  public static TlsSettings usual() {
    return new TlsSettings(Optional.empty(), List.of(), Optional.empty());
  }
}
