package io.sluice.transport.netty;

import io.sluice.transport.netty.connect.TlsSettings;
import io.sluice.transport.netty.pem.Certificates;
import io.sluice.transport.netty.pem.Identity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What a builder was told of TLS. Mutable; for one thread. */
final class TlsChoice {

  Optional<TrustManagerFactory> trust = Optional.empty();
  Optional<Path> authorities = Optional.empty();
  Optional<IdentityFiles> identity = Optional.empty();
  Optional<KeyManagerFactory> keys = Optional.empty();
  Optional<SSLContext> context = Optional.empty();

  /**
   * Reads the files when it is asked, as they are named now.
   *
   * @throws IllegalArgumentException in one line, if two choices exclude each other
   */
  Supplier<TlsSettings> settings() {
    refuseContradictions();
    Optional<TrustManagerFactory> usual = trust;
    Optional<Path> more = authorities;
    Optional<IdentityFiles> own = identity;
    Optional<KeyManagerFactory> held = keys;
    Optional<SSLContext> whole = context;
    return () ->
        new TlsSettings(
            usual,
            more.map(Certificates::in).orElse(List.of()),
            own.map(files -> Identity.in(files.certificates(), files.key())),
            held,
            whole);
  }

  private void refuseContradictions() {
    boolean parts =
        trust.isPresent() || authorities.isPresent() || identity.isPresent() || keys.isPresent();
    if (context.isPresent() && parts) {
      throw new IllegalArgumentException(
          "an SSLContext decides about trust and client certificates by itself; leave out trust,"
              + " authorities and identity, or the context");
    }
    if (keys.isPresent() && identity.isPresent()) {
      throw new IllegalArgumentException(
          "the client certificate is set twice, by files and by a KeyManagerFactory; leave out"
              + " one");
    }
  }

  record IdentityFiles(Path certificates, Path key) {}
}
