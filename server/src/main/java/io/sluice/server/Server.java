package io.sluice.server;

import io.sluice.server.count.UnrecordedCounts;
import io.sluice.server.events.Following;
import io.sluice.server.front.Front;
import io.sluice.server.front.FrontTerms;
import io.sluice.server.gate.Credentials;
import io.sluice.server.gate.Gate;
import io.sluice.server.passage.PassageRelay;
import io.sluice.server.routes.AboutRoute;
import io.sluice.server.routes.ModelsRoute;
import io.sluice.server.routes.OfferedEndpoints;
import io.sluice.server.routes.PassedRoute;
import io.sluice.server.routes.RouteTable;
import io.sluice.server.routes.RunListing;
import io.sluice.server.routes.RunRoutes;
import io.sluice.server.routes.SessionRoute;
import io.sluice.server.routes.TokensRoute;
import io.sluice.server.runs.Endpoints;
import io.sluice.server.runs.RunLookup;
import io.sluice.server.runs.RunShelf;
import io.sluice.server.runs.ServedTerms;
import io.sluice.stream.ChatTransport;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * An HTTP server whose runs outlive their readers: a run is started by one request and followed by
 * others, from any line, by any number of viewers, until it ends or is stopped. Thread-safe.
 */
public final class Server implements AutoCloseable {

  private final Front front;
  private final RunShelf shelf;
  private final BlockingCalls files;
  private final BlockingCalls calls;
  private final TokenThread counting;
  private final Optional<PassageRelay> relay;
  private final String origin;
  private final Optional<String> token;

  private Server(
      Front front,
      RunShelf shelf,
      BlockingCalls files,
      BlockingCalls calls,
      TokenThread counting,
      Optional<PassageRelay> relay,
      String origin,
      Optional<String> token) {
    this.front = front;
    this.shelf = shelf;
    this.files = files;
    this.calls = calls;
    this.counting = counting;
    this.relay = relay;
    this.origin = origin;
    this.token = token;
  }

  /**
   * Starts a server whose runs {@code transport} answers. Closing the transport is the caller's.
   *
   * @param name what the endpoint is called
   */
  public static ServerBuilder builder(String name, ChatTransport transport) {
    return new ServerBuilder(name, transport);
  }

  /** Where it is asked: {@code http://127.0.0.1:PORT}, or {@code https} if it speaks TLS. */
  public URI uri() {
    return URI.create(origin + ":" + front.port());
  }

  /** The port that it listens on. */
  public int port() {
    return front.port();
  }

  /** The secret that was made for this start; empty if tokens were configured. Do not log it. */
  public Optional<String> token() {
    return token;
  }

  /** How many connections are open. */
  public int openConnections() {
    return front.connections();
  }

  /**
   * Takes no more connections, stops all runs, lets their viewers have the last lines, and closes
   * everything, within ten seconds. May be called again.
   */
  @Override
  public void close() {
    front.shut();
    relay.ifPresent(PassageRelay::settle);
    shelf.stopAll();
    front.drain();
    front.close();
    relay.ifPresent(PassageRelay::close);
    shelf.close();
    files.close();
    calls.close();
    counting.close();
  }

  static Server start(ServerBuilder builder) {
    Optional<SSLContext> tls = builder.tls.map(ServerBuilder.TlsFiles::context);
    TokenSecret secret = TokenSecret.of(builder);
    var credentials = new Credentials(secret.tokens(), System::nanoTime);
    var endpoints = new Endpoints(builder.endpoints, credentials.rights());
    var files = new BlockingCalls("sluice-server-files");
    var counting = new TokenThread();
    var calls = new BlockingCalls("sluice-server-calls");
    var shelf =
        new RunShelf(
            new ServedTerms(
                endpoints,
                builder.outlets,
                builder.options,
                builder.limits,
                builder.spool,
                counting),
            System::nanoTime);
    var counts = new UnrecordedCounts(System::nanoTime);
    Optional<PassageRelay> relay =
        builder.passage.map(way -> new PassageRelay(way, shelf, secret.unnamedOwner(), counts));
    var found = new RunLookup(shelf, builder.archive, files, builder.remote, calls);
    var following = new Following(found, builder.limits, files, System::nanoTime);
    var runs = new RunRoutes(shelf, found, following);
    var models = new ModelsRoute(endpoints, builder.models, calls, System::nanoTime);
    var listing = new RunListing(shelf, found, endpoints);
    var offered = new OfferedEndpoints(endpoints, builder.access, models);
    var about = new AboutRoute(builder.version, offered, found, builder.limits);
    try {
      Front front =
          Front.open(
              new InetSocketAddress(builder.host, builder.port),
              tls,
              port -> {
                var gate =
                    new Gate(
                        port, builder.shownHost(), builder.hosts, builder.origins, credentials);
                var routes =
                    new RouteTable(
                        runs,
                        listing,
                        models,
                        new SessionRoute(gate, builder::isSecure),
                        about,
                        new PassedRoute(counts, secret.unnamedOwner()),
                        new TokensRoute(counting),
                        builder.mounts);
                return new FrontTerms(gate, routes, relay.map(any -> any), builder.limits);
              });
      return new Server(
          front,
          shelf,
          files,
          calls,
          counting,
          relay,
          (tls.isPresent() ? "https://" : "http://") + builder.shownHost(),
          secret.made());
    } catch (UncheckedIOException notBound) {
      relay.ifPresent(PassageRelay::close);
      files.close();
      calls.close();
      counting.close();
      throw notBound;
    }
  }
}
