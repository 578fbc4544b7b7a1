package io.sluice.transport.netty.connect;

import io.sluice.transport.netty.pem.Identity;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The TLS settings of a transport.
 *
 * @param trust the certificates to trust; the JDK's trust store if empty
 * @param authorities additional authorities to trust
 * @param identity the client's certificate and key, if it presents one
 * @param keys what holds the client's certificates and keys, instead of an identity
 * @param context what decides all of this, instead of the others
 */
public record TlsSettings(
    Optional<TrustManagerFactory> trust,
    List<X509Certificate> authorities,
    Optional<Identity> identity,
    Optional<KeyManagerFactory> keys,
    Optional<SSLContext> context) {

  /** Copies the lists. */
  public TlsSettings {
    authorities = List.copyOf(authorities);
  }

  /** Settings of which only files can say more. */
  public TlsSettings(
      Optional<TrustManagerFactory> trust,
      List<X509Certificate> authorities,
      Optional<Identity> identity) {
    this(trust, authorities, identity, Optional.empty(), Optional.empty());
  }

  /** The JDK's trust, and no client certificate. */
  public static TlsSettings usual() {
    return new TlsSettings(Optional.empty(), List.of(), Optional.empty());
  }
}
