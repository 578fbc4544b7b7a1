package io.sluice.transport.netty.pem;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Reads certificates from PEM files. */
public final class Certificates {

  private Certificates() {}

  /**
   * The certificates in a file, at least one.
   *
   * @throws IllegalArgumentException with a one-line message, if there is none or one is malformed
   */
  public static List<X509Certificate> in(Path file) {
    List<X509Certificate> found = new ArrayList<>();
    for (PemFile.Block block : PemFile.read(file)) {
      if (block.isCertificate()) {
        found.add(certificate(file, block, found.size() + 1));
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          file + " holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----");
    }
    return List.copyOf(found);
  }

  private static X509Certificate certificate(Path file, PemFile.Block block, int number) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(block.der()));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          file + " is damaged: its certificate " + number + " cannot be read; export it anew",
          malformed);
    }
  }
}
