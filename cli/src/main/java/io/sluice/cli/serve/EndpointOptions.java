package io.sluice.cli.serve;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.run.ConnectionOptions;
import io.sluice.cli.run.ServerOptions;
import io.sluice.settings.NamedEndpoint;
import io.sluice.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server that may be offered to clients.
 *
 * @param name what files call it; empty for the server that is asked where none is named
 * @param wish whether the user wants it to be offered
 * @param connection where it is, and how it is talked to
 */
record EndpointOptions(Optional<String> name, Wish wish, ConnectionOptions connection) {
  /**
   * The endpoints to offer: the one that the call would ask is the first, then the others in
   * alphabetical order. Who wants to be offline is offered none but the built-in model.
   */
  static List<EndpointOptions> of(Arguments arguments) {
    ConnectionOptions asked = ConnectionOptions.of(arguments);
    Optional<String> first = asked.server().endpoint().map(NamedEndpoint::name);
    List<EndpointOptions> all = new ArrayList<>();
    all.add(new EndpointOptions(first, Wish.ASKED, asked));
    if (!asked.server().offline()) {
      Settings files = arguments.files();
      List<String> own = files.ownEndpoints();
      files.endpoints().stream()
          .filter(name -> !first.equals(Optional.of(name)))
          .map(name -> of(name, own.contains(name) ? Wish.NAMED : Wish.POSSIBLE, arguments))
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  private static EndpointOptions of(String name, Wish wish, Arguments arguments) {
    NamedEndpoint endpoint = arguments.files().endpoint(name);
    return new EndpointOptions(Optional.of(name), wish, ConnectionOptions.of(endpoint, arguments));
  }

  /** What is said of the server. */
  ServerOptions server() {
    return connection.server();
  }

  /** How much the user wants an endpoint. */
  enum Wish {
    /** The call asks for it: without it nothing is served. */
    ASKED,
    /** A file of the user's names it: the user is told if it cannot be offered. */
    NAMED,
    /** Sluice knows it by itself: it is offered if it can be asked. */
    POSSIBLE
  }
}
