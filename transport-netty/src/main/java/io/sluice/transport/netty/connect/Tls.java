package io.sluice.transport.netty.connect;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The TLS context of a transport: trusts the JDK's authorities unless the settings name others, and
 * verifies host names. It is made once, off the event loop, because reading the trust store takes a
 * tenth of a second.
 */
public final class Tls {

  /**
   * Offered by ALPN, so that a server that speaks only HTTP/2 says so instead of closing the
   * connection.
   */
  private static final ApplicationProtocolConfig HTTP_1_1 =
      new ApplicationProtocolConfig(
          Protocol.ALPN,
          SelectorFailureBehavior.NO_ADVERTISE,
          SelectedListenerFailureBehavior.ACCEPT,
          ApplicationProtocolNames.HTTP_1_1);

  private final Supplier<TlsSettings> settings;
  private final Executor blocking;
  private @Nullable CompletableFuture<SslContext> context;

  private Tls(Supplier<TlsSettings> settings, Executor blocking) {
    this.settings = settings;
    this.blocking = blocking;
  }

  /** A context that is made now. */
  public static Tls make(TlsSettings settings, Executor blocking) {
    var tls = new Tls(() -> settings, blocking);
    tls.context();
    return tls;
  }

  /** A context that is made when a connection first needs it; the settings are read then, too. */
  public static Tls later(Supplier<TlsSettings> settings, Executor blocking) {
    return new Tls(settings, blocking);
  }

  synchronized CompletableFuture<SslContext> context() {
    if (context == null) {
      context = CompletableFuture.supplyAsync(() -> build(settings.get()), blocking);
    }
    return context;
  }

  private static SslContext build(TlsSettings settings) {
    return settings.context().isPresent()
        ? wrapped(settings.context().get())
        : contextFrom(settings);
  }

  private static SslContext wrapped(SSLContext context) {
    return new JdkSslContext(
        context,
        true,
        null,
        IdentityCipherSuiteFilter.INSTANCE,
        HTTP_1_1,
        ClientAuth.NONE,
        null,
        false);
  }

  private static SslContext contextFrom(TlsSettings settings) {
    try {
      SslContextBuilder builder =
          SslContextBuilder.forClient()
              .trustManager(trust(settings))
              .applicationProtocolConfig(HTTP_1_1);
      settings.keys().ifPresent(builder::keyManager);
      settings.identity().ifPresent(own -> builder.keyManager(own.key(), own.chain()));
      return builder.build();
    } catch (GeneralSecurityException | IOException unusable) {
      throw new CompletionException(unusable);
    }
  }

  /** The trust of the settings or of the JDK, with the additional authorities. */
  static TrustManagerFactory trust(TlsSettings settings)
      throws GeneralSecurityException, IOException {
    TrustManagerFactory anyway = settings.trust().isPresent() ? settings.trust().get() : ofTheJdk();
    if (settings.authorities().isEmpty()) {
      return anyway;
    }
    List<X509Certificate> all = new ArrayList<>(settings.authorities());
    for (TrustManager manager : anyway.getTrustManagers()) {
      if (manager instanceof X509TrustManager usual) {
        all.addAll(List.of(usual.getAcceptedIssuers()));
      }
    }
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    for (X509Certificate authority : all) {
      anchors.setCertificateEntry(String.valueOf(anchors.size()), authority);
    }
    TrustManagerFactory trust = factory();
    trust.init(anchors);
    return trust;
  }

  private static TrustManagerFactory ofTheJdk() throws GeneralSecurityException {
    TrustManagerFactory usual = factory();
    usual.init((KeyStore) null);
    return usual;
  }

  private static TrustManagerFactory factory() throws GeneralSecurityException {
    return TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
  }
}
