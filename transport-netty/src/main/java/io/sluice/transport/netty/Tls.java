package io.sluice.transport.netty;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/**
 * The TLS context of a transport: the JDK's trust unless told otherwise, host names verified.
 * Making it reads the trust store, which takes a tenth of a second, so it is made off the event
 * loop, once.
 */
final class Tls {

  private final CompletableFuture<SslContext> context;

  private Tls(CompletableFuture<SslContext> context) {
    this.context = context;
  }

  static Tls make(Optional<TrustManagerFactory> trust, Executor blocking) {
    return new Tls(CompletableFuture.supplyAsync(() -> build(trust), blocking));
  }

  /** For a transport whose endpoint needs none. */
  static Tls none() {
    return new Tls(CompletableFuture.failedFuture(new IllegalStateException("no TLS was set up")));
  }

  CompletableFuture<SslContext> context() {
    return context;
  }

  private static SslContext build(Optional<TrustManagerFactory> trust) {
    try {
      return SslContextBuilder.forClient()
          .trustManager(trust.orElse(null))
          .endpointIdentificationAlgorithm("HTTPS")
          .build();
    } catch (SSLException unusable) {
      throw new CompletionException(unusable);
    }
  }
}
