package io.sluice.transport.netty;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.FedStream;
import io.sluice.observe.StreamObserver;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.call.ChatCall;
import io.sluice.transport.netty.call.DocumentCall;
import io.sluice.transport.netty.call.HttpSource;
import io.sluice.transport.netty.call.ModelList;
import io.sluice.transport.netty.call.WarmUp;
import io.sluice.transport.netty.connect.ConnectionPools;
import io.sluice.transport.netty.connect.LoopTicks;
import io.sluice.transport.netty.connect.Network;
import io.sluice.transport.netty.connect.Tls;
import io.sluice.transport.netty.connect.TlsSettings;
import io.sluice.transport.netty.mask.Redaction;
import io.sluice.transport.netty.route.Target;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import io.sluice.wire.ModelListing;
import io.sluice.wire.models.ListedModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Streams over HTTP/1.1, with TLS if the endpoint's URL is an https one. Certificates and host
 * names are verified, connections are kept and reused, and redirects are never followed.
 *
 * <p>One thread serves the streams of all transports in a process, unless a transport is built with
 * {@link Builder#eventLoops event loops of its own}. It is a daemon that begins with the first
 * transport and ends with the last. It decodes and passes on events and never calls a consumer that
 * may block.
 */
public final class NettyTransport implements ChatTransport {

  private final Endpoint endpoint;
  private final Redaction redaction;
  private final Dialect dialect;
  private final Proxies proxies;
  private final Network network;
  private final ConnectionPools connections;
  private final List<StreamObserver> observers;

  /** The transport that opened the network; this one, unless it only shares it. */
  private final NettyTransport owner;

  /**
   * Weak, so that a stream that is never started can be collected; the loop holds those that are.
   */
  private final Set<ChatStream> streams =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private volatile boolean closed;

  NettyTransport(TransportBuilder builder) {
    endpoint = builder.endpoint;
    redaction = new Redaction(endpoint);
    dialect = builder.dialect;
    proxies = builder.proxies;
    Target target = Target.of(endpoint.baseUrl());
    // A malformed proxy variable is refused here, before a thread is started and anything is sent.
    proxies.to(target);
    Supplier<TlsSettings> files = builder.tls.settings();
    Optional<TlsSettings> secure =
        target.secure() == Target.Security.TLS ? Optional.of(files.get()) : Optional.empty();
    network = builder.network();
    Tls tls =
        secure
            .map(how -> Tls.make(how, network.blocking()))
            .orElseGet(() -> Tls.later(files, network.blocking()));
    connections = new ConnectionPools(network, proxies::to, tls, builder.size);
    observers = List.copyOf(builder.observers);
    owner = this;
  }

  /** A transport to another endpoint by the network of {@code shared}. */
  private NettyTransport(NettyTransport shared, Endpoint endpoint) {
    this.endpoint = endpoint;
    dialect = shared.dialect;
    proxies = shared.proxies;
    proxies.to(Target.of(endpoint.baseUrl()));
    network = shared.network;
    connections = shared.connections;
    observers = shared.observers;
    redaction = new Redaction(endpoint);
    owner = shared.owner;
  }

  /**
   * Opens a transport that speaks OpenAI's chat dialect to {@code endpoint}, through the proxies
   * that the environment variables name.
   *
   * @throws IllegalArgumentException if the variable that names the proxy for the endpoint is
   *     malformed
   */
  public static NettyTransport open(Endpoint endpoint) {
    return builder(endpoint).build();
  }

  /**
   * Loads the classes that the first request needs, on the caller's thread. This takes some tens of
   * milliseconds, which a program can move to another thread at its start. Calling it is optional;
   * it opens no connection and starts no thread.
   */
  public static void prepare() {
    WarmUp.hold();
  }

  /** Returns a builder for a transport to {@code endpoint}. */
  public static Builder builder(Endpoint endpoint) {
    return new TransportBuilder(endpoint);
  }

  /**
   * A transport to another server, or to the same one with another key, in the same dialect. It
   * shares the threads, the connections and the observers of this one, and costs no more than an
   * object: a service can have one for each of its tenants. Closing it ends its own streams;
   * closing this one ends the streams of all.
   *
   * @throws IllegalArgumentException if the variable that names the proxy for the endpoint is
   *     malformed
   */
  public NettyTransport at(Endpoint other) {
    return new NettyTransport(this, other);
  }

  @Override
  public ChatStream stream(ChatRequest request, StreamOptions options) {
    refuseIfClosed();
    var conversation = new ChatCall(endpoint, redaction, dialect, request);
    var source =
        new HttpSource(connections.next(), network.blocking(), conversation, options, observers);
    ChatStream stream = FedStream.of(source);
    source.observe(stream);
    streams.add(stream);
    if (owner != this) {
      owner.streams.add(stream);
    }
    return stream;
  }

  /**
   * Lists the models that the server offers, in its order, and waits for them: up to {@value
   * ModelList#MOST_PAGES} pages of 16 MiB each. Of the options the timeouts count, but for those of
   * the first token and of the finish, and the retries.
   *
   * @throws UnsupportedOperationException if the dialect cannot list models
   * @throws StreamException if the list did not arrive whole; its outcome says why
   * @throws IllegalStateException if this transport is closed
   */
  public List<ListedModel> models(StreamOptions options) {
    refuseIfClosed();
    ModelListing listing =
        dialect
            .models()
            .orElseThrow(
                () ->
                    new UnsupportedOperationException(
                        "the dialect '" + dialect.name() + "' cannot list models"));
    Endpoint keyed = endpoint.keyed();
    var documents = new DocumentCall(connections.next(), dialect, new Redaction(keyed), options);
    return new ModelList(listing, keyed, documents).fetch();
  }

  /** The server of this transport, for requests of others that are passed on to it. */
  public HttpUpstream upstream() {
    refuseIfClosed();
    return new HttpUpstream(endpoint, dialect, connections);
  }

  /**
   * Watches how late the event loops of this transport get to their work, as a measure of how busy
   * they are: each loop is to tick once a period.
   *
   * @param late told by how many nanoseconds each tick was late, on an event loop: must not block;
   *     the ticks that a loop missed are told one by one when it gets to them
   * @return ends the watch
   */
  public Runnable watchLateness(Duration period, LongConsumer late) {
    refuseIfClosed();
    var ticks = new LoopTicks(network.loops(), period, late);
    ticks.begin();
    return ticks::end;
  }

  private void refuseIfClosed() {
    if (closed || network.isClosed()) {
      throw new IllegalStateException("the transport is closed; open another");
    }
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
    closed = true;
    List.copyOf(streams).forEach(ChatStream::close);
    if (owner == this) {
      network.close(connections::close);
    }
  }

  /** Builds a transport. Mutable; for one thread. */
  public sealed interface Builder permits TransportBuilder {

    /** Sets the dialect to speak; the default is OpenAI's chat completions. */
    Builder dialect(Dialect spoken);

    /** Sets the proxies to go through; the default is those that the environment variables name. */
    Builder proxies(Proxies ways);

    /**
     * Sets the greatest age at which a connection is still reused: 5 minutes by default; zero
     * reuses none. A new connection resolves the server's name again, so that a busy client notices
     * when a name gets another address. The JDK caches names too: for 30 seconds, or as long as the
     * security property {@code networkaddress.cache.ttl} says, which must be no more than a few
     * minutes for this setting to help.
     *
     * @throws IllegalArgumentException if the age is negative
     */
    Builder connectionAge(Duration greatest);

    /**
     * Sets the most connections to one server, used and idle together; there is no bound by
     * default. A stream that finds none free waits as long as connecting may take and then fails.
     * At most 10,000 wait for one server.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    Builder connections(int most);

    /**
     * Sets the most idle connections that each event loop keeps to one server: 64 by default.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    Builder idleConnections(int most);

    /**
     * Gives the transport event loops of its own, each a thread, which its streams use in turn. By
     * default all transports share one, which is enough for thousands of streams.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    Builder eventLoops(int own);

    /** Adds an observer of all streams; it is told after those added before. */
    Builder observer(StreamObserver told);

    /**
     * Sets what decides about trust and client certificates, in place of {@link #trust}, {@link
     * #authorities} and {@link #identity}. Names of hosts are still verified.
     */
    Builder sslContext(SSLContext context);

    /** Sets what holds the client certificate and its key, for servers that demand one. */
    Builder identity(KeyManagerFactory keys);

    /** Sets the certificates to trust; the default is the JDK's trust store. */
    Builder trust(TrustManagerFactory trusted);

    /**
     * Adds a PEM file of authorities to trust in addition to those of the JDK or of {@link #trust}:
     * for example a company's own authority, or the certificate of a server that signed its own.
     * The file is read when the transport is built, or when it first needs TLS.
     */
    Builder authorities(Path pem);

    /**
     * Sets the client certificate, for servers that demand one. The files are read when the
     * transport is built, or when it first needs TLS.
     *
     * @param certificates a PEM file with the certificate, followed by those that lead to its
     *     authority
     * @param key a PEM file with its private key, not encrypted; it may be the same file
     */
    Builder identity(Path certificates, Path key);

    /**
     * Builds the transport.
     *
     * @throws IllegalArgumentException with a one-line message, if the variable that names the
     *     proxy for the endpoint is malformed, a file that TLS needs cannot be used, or two
     *     settings of TLS exclude each other
     * @throws IllegalStateException with a one-line message, if the Netty on the class path is too
     *     old
     */
    NettyTransport build();
  }
}
