package io.sluice.kafka.client;

import io.sluice.text.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.SslConfigs;

/** Turns files of certificates and keys into settings of a client. */
final class PemFiles {

  private static final String PEM = "PEM";

  private PemFiles() {}

  /**
   * Adds what a client trusts, and its own certificate with its key.
   *
   * @throws IllegalArgumentException in one line, if a certificate or its key is given alone, or
   *     others may read the key
   * @throws IOException in one line, if a file cannot be read
   */
  static void add(
      Map<String, String> properties, Optional<Path> ca, Optional<Path> cert, Optional<Path> key)
      throws IOException {
    if (ca.isPresent()) {
      properties.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, PEM);
      properties.put(SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, block(ca.get(), "CERTIFICATE"));
    }
    if (cert.isPresent() != key.isPresent()) {
      throw new IllegalArgumentException("of cert and cert-key one is missing; name both files");
    }
    if (cert.isPresent() && key.isPresent()) {
      if (OwnerOnly.isOpenToOthers(key.get())) {
        throw new IllegalArgumentException(
            key.get() + " can be read by others; chmod 600 " + key.get());
      }
      properties.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, PEM);
      properties.put(
          SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG, block(cert.get(), "CERTIFICATE"));
      properties.put(SslConfigs.SSL_KEYSTORE_KEY_CONFIG, block(key.get(), "PRIVATE KEY"));
    }
  }

  private static String block(Path file, String kind) throws IOException {
    String text = SmallFile.text(file);
    if (!text.contains("-----BEGIN ") || !text.contains(kind + "-----")) {
      throw new IOException(file + " holds no " + kind + " in PEM; name a file that does");
    }
    return text;
  }
}
