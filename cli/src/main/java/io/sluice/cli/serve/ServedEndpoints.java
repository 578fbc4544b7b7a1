package io.sluice.cli.serve;

import io.sluice.cli.command.Call;
import io.sluice.cli.run.ConnectionOptions;
import io.sluice.cli.run.ServerChoice;
import io.sluice.cli.run.Sinks;
import io.sluice.cli.run.Upstream;
import io.sluice.cli.settings.UsageException;
import io.sluice.server.Server;
import io.sluice.server.ServerBuilder;
import io.sluice.server.http.EndpointAccess;
import io.sluice.server.passage.KeyUse;
import io.sluice.server.passage.Passage;
import io.sluice.settings.SettingsException;
import io.sluice.sink.StreamContext;
import io.sluice.stream.ChatTransport;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import io.sluice.wire.models.ListedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The endpoints that are offered to clients, the default one first. To be closed after the server.
 * Mutable; for one thread.
 */
final class ServedEndpoints implements AutoCloseable {
  /** What a server is called that no file names. */
  static final String UNNAMED = "default";

  static final String BUILT_IN = "offline";

  private final Optional<KeyUse> passed;
  private final Sinks sinks;
  private final Call call;
  private final List<Offer> offers = new ArrayList<>();

  private ServedEndpoints(Optional<KeyUse> passed, Sinks sinks, Call call) {
    this.passed = passed;
    this.sinks = sinks;
    this.call = call;
  }

  /**
   * Opens those that can be asked, and says which of the user's own cannot; connects to nothing.
   *
   * @param passed whose key the requests have that are passed on; empty if none are
   * @throws UsageException in one line, if the default one cannot be asked
   */
  static ServedEndpoints open(
      List<EndpointOptions> wanted, Optional<KeyUse> passed, Sinks sinks, Call call) {
    var endpoints = new ServedEndpoints(passed, sinks, call);
    try {
      wanted.forEach(endpoints::add);
      return endpoints;
    } catch (RuntimeException refused) {
      endpoints.close();
      throw refused;
    }
  }

  /** Begins a server that offers them. */
  ServerBuilder builder() {
    Offer first = offers.get(0);
    ServerBuilder server = Server.builder(first.name(), first.tuned());
    offers.stream().skip(1).forEach(offer -> server.endpoint(offer.name(), offer.tuned()));
    offers.forEach(
        offer -> server.models(offer.name(), offer::models).access(offer.name(), offer.access()));
    return server;
  }

  /** Begins a passage to them. */
  Passage.Builder passage() {
    Passage.Builder passage = offers.get(0).passage();
    offers.stream().skip(1).forEach(offer -> passage.to(offer.name(), offer.transport()));
    sinks.dialects().forEach(passage::dialect);
    return passage;
  }

  /** Whether a server is among them, and not the built-in model alone. */
  boolean haveServer() {
    return offers.stream().anyMatch(offer -> offer.upstream().answerer().isServer());
  }

  /** Whether a server answers that run, and not the built-in model. */
  boolean isByServer(StreamContext run) {
    return offers.stream()
        .filter(offer -> offer.upstream().endpoint().equals(run.endpoint()))
        .allMatch(offer -> offer.upstream().answerer().isServer());
  }

  private void add(EndpointOptions wanted) {
    try {
      open(wanted).ifPresent(offers::add);
    } catch (UsageException | SettingsException refused) {
      switch (wanted.wish()) {
        case ASKED -> throw refused;
        case NAMED ->
            call.notices()
                .notice("endpoint '" + name(wanted) + "' is left out: " + refused.getMessage());
        case POSSIBLE -> {} // Nobody will miss it.
      }
    }
  }

  /** Empty if nobody asked for it and it cannot be asked. */
  private Optional<Offer> open(EndpointOptions wanted) {
    ConnectionOptions connection = wanted.connection();
    Dialect dialect = sinks.spoken(connection.server());
    Optional<ServerChoice> server = connection.server().choice(call, dialect.defaults());
    if (server.isEmpty()) {
      return Optional.of(
          new Offer(BUILT_IN, Upstream.builtInForClients(connection, dialect, call), connection));
    }
    Optional<String> missing = server.get().missingKey();
    if (missing.isPresent() && wanted.wish() == EndpointOptions.Wish.POSSIBLE) {
      return Optional.empty();
    }
    String name = freeName(wanted);
    Upstream upstream =
        Upstream.openForClients(server.get().withoutMissingKey(), connection, dialect, call);
    var offer = new Offer(name, upstream, connection);
    try {
      offer.passage();
    } catch (IllegalArgumentException unfit) {
      upstream.close();
      throw UsageException.of(unfit);
    }
    missing.ifPresent(place -> sayKeyless(offer, place));
    return Optional.of(offer);
  }

  /** Requests of our own can be signed, those of clients cannot. */
  private void sayKeyless(Offer offer, String place) {
    boolean signs = offer.upstream().transport().upstream().endpoint().signs();
    if (signs && passed.isEmpty()) {
      return;
    }
    String remedy =
        passed.equals(Optional.of(KeyUse.FORWARD)) ? ", or let clients bring theirs" : "";
    String what = signs ? "' has no key for requests of clients" : "' has no key here";
    call.notices().notice("endpoint '" + offer.name() + what + ": set " + place + remedy);
  }

  private String freeName(EndpointOptions wanted) {
    String name = name(wanted);
    if (offers.stream().anyMatch(offer -> offer.name().equals(name))) {
      throw new UsageException("the one that is asked first has that name here; rename it");
    }
    return name;
  }

  private static String name(EndpointOptions wanted) {
    return wanted.name().orElse(UNNAMED);
  }

  @Override
  public void close() {
    offers.forEach(offer -> offer.upstream().close());
  }

  /** An endpoint that is offered, by its name. */
  private record Offer(String name, Upstream upstream, ConnectionOptions connection) {
    NettyTransport transport() {
      return upstream.transport();
    }

    /** The names of its models, as the server lists them. */
    List<String> models() {
      return transport().models(connection.stream()).stream().map(ListedModel::name).toList();
    }

    EndpointAccess access() {
      if (!upstream.answerer().isServer()) {
        return EndpointAccess.OFFLINE;
      }
      Endpoint endpoint = transport().upstream().endpoint();
      boolean keyed = endpoint.asksForKeys() || endpoint.signs() || endpoint.key().isPresent();
      return keyed ? EndpointAccess.KEYED : EndpointAccess.KEYLESS;
    }

    ChatTransport tuned() {
      return new TunedTransport(transport(), connection.stream());
    }

    /** Begins a passage; refuses a name that no path can have. */
    Passage.Builder passage() {
      return upstream.answerer().isServer()
          ? Passage.to(name, transport())
          : Passage.offline(name, transport());
    }
  }
}
