package io.sluice.transport.netty;

import io.sluice.transport.netty.pem.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate and its key from PEM files, for a server that shows them to its clients. Its text
 * never shows the key. Immutable.
 */
public final class TlsIdentity {

  private final Identity identity;

  private TlsIdentity(Identity identity) {
    this.identity = identity;
  }

  /**
   * Reads the identity from two PEM files, which may be the same.
   *
   * @param chain the certificate, followed by those that lead from it to its authority
   * @param key the private key of the first certificate
   * @throws IllegalArgumentException with a one-line message, if one of them cannot be used, or if
   *     they do not belong together
   */
  public static TlsIdentity in(Path chain, Path key) {
    return new TlsIdentity(Identity.in(chain, key));
  }

  /**
   * A context for the server's end of connections.
   *
   * @throws IllegalArgumentException with a one-line message, if the JDK cannot use the key
   */
  public SSLContext serverContext() {
    char[] password = {}; // The key store is never written.
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setKeyEntry(
          "server", identity.key(), password, identity.chain().toArray(X509Certificate[]::new));
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException unusable) {
      throw new IllegalArgumentException(
          "the key of " + identity + " cannot be used for TLS; use one for RSA or EC", unusable);
    }
  }

  @Override
  public String toString() {
    return identity.toString();
  }
}
