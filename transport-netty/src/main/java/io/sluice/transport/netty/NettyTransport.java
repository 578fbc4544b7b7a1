package io.sluice.transport.netty;

import io.netty.channel.EventLoop;
import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.FedStream;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.call.ChatCall;
import io.sluice.transport.netty.call.HttpSource;
import io.sluice.transport.netty.call.WarmUp;
import io.sluice.transport.netty.connect.Connections;
import io.sluice.transport.netty.connect.Dialer;
import io.sluice.transport.netty.connect.NameResolution;
import io.sluice.transport.netty.connect.Network;
import io.sluice.transport.netty.connect.Tls;
import io.sluice.transport.netty.connect.TlsSettings;
import io.sluice.transport.netty.mask.Redaction;
import io.sluice.transport.netty.pem.Certificates;
import io.sluice.transport.netty.pem.Identity;
import io.sluice.transport.netty.route.Target;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import io.sluice.wire.OpenAiDialect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javax.net.ssl.TrustManagerFactory;

/**
 * Streams over HTTP/1.1, with TLS where the endpoint's URL says so: certificates and host names are
 * verified, connections kept and used again, redirects never followed. One thread serves all of its
 * streams, however many are open; it decodes and hands over, and never calls a consumer that may
 * block.
 */
public final class NettyTransport implements ChatTransport {

  private final Endpoint endpoint;
  private final Redaction redaction;
  private final Dialect dialect;
  private final Network network;
  private final Connections connections;

  /** Weak, so that a stream that is never begun costs nothing; the loop holds those that are. */
  private final Set<ChatStream> streams =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private NettyTransport(Builder builder) {
    endpoint = builder.endpoint;
    redaction = new Redaction(endpoint);
    dialect = builder.dialect;
    Target target = Target.of(endpoint.baseUrl());
    // What is malformed is refused here, before there is a thread and anything is sent.
    builder.proxies.to(target);
    Optional<TlsSettings> secure =
        target.secure() == Target.Security.TLS ? Optional.of(builder.tls()) : Optional.empty();
    network = new Network();
    Tls tls = secure.map(how -> Tls.make(how, network.blocking())).orElseGet(Tls::none);
    EventLoop loop = network.loop();
    var names = new NameResolution(network.blocking());
    var dialer = new Dialer(loop, names, builder.proxies::to, tls);
    connections = new Connections(loop, dialer, builder.greatestAge);
  }

  /**
   * A transport that speaks OpenAI's chat dialect to {@code endpoint}, through the proxies that the
   * environment names.
   *
   * @throws IllegalArgumentException if the variable that names the proxy to it is malformed
   */
  public static NettyTransport open(Endpoint endpoint) {
    return builder(endpoint).build();
  }

  /**
   * Has the classes loaded that the first request needs, on the caller's thread: some tens of
   * milliseconds, which a program that has something else to do at its start may spend on another
   * one. Opens no connection and starts no thread. Never needed.
   */
  public static void prepare() {
    WarmUp.hold();
  }

  /** Assembles a transport to {@code endpoint}. */
  public static Builder builder(Endpoint endpoint) {
    return new Builder(endpoint);
  }

  @Override
  public ChatStream stream(ChatRequest request, StreamOptions options) {
    if (network.isClosed()) {
      throw new IllegalStateException("the transport is closed; open another");
    }
    var conversation = new ChatCall(endpoint, redaction, dialect, request);
    ChatStream stream =
        FedStream.of(new HttpSource(network.loop(), connections, conversation, options));
    streams.add(stream);
    return stream;
  }

  @Override
  public String endpoint() {
    return endpoint.baseUrl().toString();
  }

  @Override
  public String dialect() {
    return dialect.name();
  }

  @Override
  public void close() {
    List.copyOf(streams).forEach(ChatStream::close);
    network.close(connections::close);
  }

  /** Assembles a transport. Mutable; for one thread. */
  public static final class Builder {

    private final Endpoint endpoint;
    private Dialect dialect = new OpenAiDialect();
    private Proxies proxies = Proxies.fromEnvironment(System.getenv());
    private Duration greatestAge = Duration.ofMinutes(5);
    private Optional<TrustManagerFactory> trust = Optional.empty();
    private Optional<Path> authorities = Optional.empty();
    private Optional<IdentityFiles> identity = Optional.empty();

    private Builder(Endpoint endpoint) {
      this.endpoint = endpoint;
    }

    /** The dialect to speak; OpenAI's chat completions if none is given. */
    public Builder dialect(Dialect spoken) {
      dialect = spoken;
      return this;
    }

    /** The proxies to go through; those that the environment names if none are given. */
    public Builder proxies(Proxies ways) {
      proxies = ways;
      return this;
    }

    /**
     * The greatest age of a connection that is used again; 5 minutes if none is given, zero to use
     * none again. A new connection resolves the server's name anew, so that a busy client follows a
     * name that moves. The JDK remembers a name too: for 30 seconds, or as the security property
     * {@code networkaddress.cache.ttl} has it, which must be no more than a few minutes for this to
     * help.
     *
     * @throws IllegalArgumentException if the age is negative
     */
    public Builder connectionAge(Duration greatest) {
      if (greatest.isNegative()) {
        throw new IllegalArgumentException("connection age is " + greatest + "; use zero or more");
      }
      greatestAge = greatest;
      return this;
    }

    /** Whom to trust; whom the JDK trusts if nobody is given. */
    public Builder trust(TrustManagerFactory trusted) {
      trust = Optional.of(trusted);
      return this;
    }

    /**
     * A PEM file of authorities that are trusted too, beside those of the JDK or of {@link #trust}:
     * those of a company, or the certificate of a server that signed its own. Read when the
     * transport is built, if its endpoint speaks TLS.
     */
    public Builder authorities(Path pem) {
      authorities = Optional.of(pem);
      return this;
    }

    /**
     * The client certificate, for servers that demand one. Read when the transport is built, if its
     * endpoint speaks TLS.
     *
     * @param certificates a PEM file with the certificate, and behind it those that lead to its
     *     authority
     * @param key a PEM file with its private key, not encrypted; it may be the same file
     */
    public Builder identity(Path certificates, Path key) {
      identity = Optional.of(new IdentityFiles(certificates, key));
      return this;
    }

    /**
     * The transport, with its thread.
     *
     * @throws IllegalArgumentException in one line, if the variable that names the proxy to the
     *     endpoint is malformed, or a file that TLS needs cannot be used
     */
    public NettyTransport build() {
      return new NettyTransport(this);
    }

    private TlsSettings tls() {
      return new TlsSettings(
          trust,
          authorities.map(Certificates::in).orElse(List.of()),
          identity.map(files -> Identity.in(files.certificates(), files.key())));
    }

    private record IdentityFiles(Path certificates, Path key) {}
  }
}
