package io.sluice.simulator;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;

/**
 * A self-signed certificate for localhost. Its private key is public, since this jar contains it.
 */
final class Certificate {

  private static final String FILE = "untrusted.p12";
  private static final char[] PASSWORD = "simulator".toCharArray();

  private Certificate() {}

  static SslContext untrusted() {
    try (InputStream in = Certificate.class.getResourceAsStream(FILE)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(Objects.requireNonNull(in, FILE), PASSWORD);
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD);
      return SslContextBuilder.forServer(keys).build();
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("this JDK cannot read " + FILE, unusable);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
