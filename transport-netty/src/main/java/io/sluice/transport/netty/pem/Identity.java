package io.sluice.transport.netty.pem;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * The certificate and key that a client presents to a server that demands them. Its text never
 * shows the key.
 *
 * @param chain the certificate, followed by those that lead from it to its authority
 * @param key the private key of the first certificate
 */
public record Identity(List<X509Certificate> chain, PrivateKey key) {

  /** The signature algorithm for each key algorithm. */
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  private static final byte[] PROBE = {1, 2, 3};

  /**
   * Reads the identity from two PEM files, which may be the same.
   *
   * @throws IllegalArgumentException with a one-line message, if one of them cannot be used, or if
   *     they do not belong together
   */
  public static Identity in(Path chain, Path key) {
    var identity = new Identity(Certificates.in(chain), PrivateKeys.in(key));
    if (!identity.belongsTogether()) {
      throw new IllegalArgumentException(
          "the key in " + key + " is not that of the first certificate in " + chain);
    }
    return identity;
  }

  private boolean belongsTogether() {
    String algorithm = SIGNATURES.get(key.getAlgorithm());
    if (algorithm == null) {
      return true; // The handshake will detect a mismatch.
    }
    try {
      var signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(chain.get(0).getPublicKey());
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException anotherKind) {
      return false;
    }
  }

  @Override
  public String toString() {
    return chain.get(0).getSubjectX500Principal().getName();
  }
}
