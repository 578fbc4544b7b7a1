package io.sluice.cli.serve;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.server.ServerBuilder;
import io.sluice.server.gate.AccessToken;
import io.sluice.settings.CallerToken;
import io.sluice.settings.SettingKey;
import io.sluice.settings.SettingValue;
import io.sluice.text.NearestName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the server listens, and who may ask it.
 *
 * @param host the address to listen on
 * @param port the port
 * @param hosts further names under which it is asked
 * @param behind the name of a server with TLS in front of it
 * @param certificate its certificate for TLS, with those that lead to an authority
 * @param certificateKey the key of that certificate, if it is in another file
 * @param origins the origins whose pages may ask it
 * @param tokens what its callers show; if there are none, one is made
 */
record AccessOptions(
    Optional<String> host,
    int port,
    List<String> hosts,
    Optional<String> behind,
    Optional<Path> certificate,
    Optional<SettingValue> certificateKey,
    List<SettingValue> origins,
    List<AccessToken> tokens) {
  /** Where nothing else is said. */
  static final int STANDARD_PORT = 8787;

  private static final int LARGEST_PORT = 65_535;

  AccessOptions {
    hosts = List.copyOf(hosts);
    origins = List.copyOf(origins);
    tokens = List.copyOf(tokens);
  }

  static AccessOptions of(Arguments arguments, ServedValues values) {
    return new AccessOptions(
        values.value(FlagKey.HOST).map(SettingValue::text),
        values.value(FlagKey.PORT).map(AccessOptions::port).orElse(STANDARD_PORT),
        values.values(SettingKey.HOSTS).stream().map(SettingValue::text).toList(),
        values.value(SettingKey.BEHIND).map(SettingValue::text),
        values.value(FlagKey.TLS_CERT).map(SettingValue::path),
        values.value(FlagKey.TLS_KEY),
        values.values(FlagKey.ALLOW_ORIGIN),
        arguments.files().callerTokens().stream()
            .map(given -> token(given, endpoints(arguments)))
            .toList());
  }

  /** Tells {@code server} all of it. */
  void applyTo(ServerBuilder server) {
    host.ifPresent(server::host);
    server.port(port);
    hosts.forEach(server::hostName);
    behind.ifPresent(server::behind);
    secure(server);
    origins.forEach(origin -> allow(origin, server));
    tokens.forEach(server::token);
  }

  private void secure(ServerBuilder server) {
    if (certificate.isPresent()) {
      Path chain = certificate.get();
      server.tls(chain, certificateKey.map(SettingValue::path).orElse(chain));
    } else if (certificateKey.isPresent()) {
      throw new UsageException(
          certificateKey.get().by()
              + " is the key of no certificate; name that with "
              + FlagKey.TLS_CERT.flag());
    }
  }

  private static void allow(SettingValue origin, ServerBuilder server) {
    try {
      server.allowOrigin(origin.text());
    } catch (IllegalArgumentException none) {
      throw new UsageException(origin.by() + ": " + none.getMessage(), none);
    }
  }

  private static int port(SettingValue given) {
    int port = given.count();
    if (port < 0 || port > LARGEST_PORT) {
      throw new UsageException(
          given.by() + " is '" + given.text() + "'; use 1 to " + LARGEST_PORT + ", or 0 for any");
    }
    return port;
  }

  /** The names that an endpoint can be offered under. */
  private static Set<String> endpoints(Arguments arguments) {
    Set<String> names = new TreeSet<>(arguments.files().endpoints());
    names.add(ServedEndpoints.UNNAMED);
    names.add(ServedEndpoints.BUILT_IN);
    return names;
  }

  private static AccessToken token(CallerToken given, Set<String> endpoints) {
    for (String name : given.endpoints()) {
      if (!endpoints.contains(name)) {
        throw new UsageException(
            given.place() + ": " + NearestName.unknown("endpoint", name, endpoints));
      }
    }
    try {
      AccessToken token = AccessToken.hashed(given.name(), given.sha256());
      if (given.perMinute().isPresent()) {
        token = token.perMinute(given.perMinute().getAsInt());
      }
      return given.endpoints().isEmpty() ? token : token.onlyFor(given.endpoints());
    } catch (IllegalArgumentException malformed) {
      throw new UsageException(given.place() + ": " + malformed.getMessage(), malformed);
    }
  }
}
