package io.sluice.server;

import io.sluice.pipeline.Delivery;
import io.sluice.server.archive.RemoteRuns;
import io.sluice.server.archive.RunArchive;
import io.sluice.server.gate.AccessToken;
import io.sluice.server.http.EndpointAccess;
import io.sluice.server.http.ModelSource;
import io.sluice.server.http.Mount;
import io.sluice.server.limits.Limits;
import io.sluice.server.passage.Passage;
import io.sluice.server.runs.DeclaredOutlet;
import io.sluice.sink.Sink;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.TlsIdentity;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** Builds a server. Mutable; for one thread. */
public final class ServerBuilder {

  /** Browsers write the host in lower case, and nothing behind the port. */
  private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^/?#\\s\\p{Lu}*]+");

  /** Browsers leave it out. */
  private static final Pattern STANDARD_PORT = Pattern.compile("http://.*:80|https://.*:443");

  final Map<String, ChatTransport> endpoints = new LinkedHashMap<>();
  final List<DeclaredOutlet> outlets = new ArrayList<>();
  final List<AccessToken> tokens = new ArrayList<>();
  final List<String> hosts = new ArrayList<>();
  final Set<String> origins = new HashSet<>();
  final Map<String, ModelSource> models = new HashMap<>();
  final Map<String, EndpointAccess> access = new HashMap<>();
  final Map<String, Mount> mounts = new LinkedHashMap<>();
  StreamOptions options = StreamOptions.defaults();
  Limits limits = Limits.standard();
  Optional<Path> spool = Optional.empty();
  Optional<RunArchive> archive = Optional.empty();
  Optional<RemoteRuns> remote = Optional.empty();
  Optional<Passage> passage = Optional.empty();
  String version = "development";
  String host = "127.0.0.1";
  int port;
  Optional<TlsFiles> tls = Optional.empty();
  private final Set<String> fronts = new HashSet<>();

  ServerBuilder(String name, ChatTransport transport) {
    endpoint(name, transport);
  }

  /**
   * Adds a server that answers runs which name it. Closing the transport is the caller's.
   *
   * @throws IllegalArgumentException if there is one of that name
   */
  public ServerBuilder endpoint(String name, ChatTransport transport) {
    if (endpoints.putIfAbsent(name, Objects.requireNonNull(transport, "transport")) != null) {
      throw new IllegalArgumentException("two endpoints are named '" + name + "'; rename one");
    }
    return this;
  }

  /** Sets the port; 0, the standard, stands for a free one. */
  public ServerBuilder port(int number) {
    port = number;
    return this;
  }

  /**
   * Sets the address to listen on; loopback unless it is set. Any other needs {@link #token}s, and
   * {@link #tls} or a server in front of this one that speaks it: {@link #behind}.
   */
  public ServerBuilder host(String address) {
    host = Objects.requireNonNull(address, "host");
    return this;
  }

  /**
   * Has the server speak TLS with its clients. The files are read at the start.
   *
   * @param chain a PEM file with the certificate, followed by those that lead to its authority
   * @param key a PEM file with the private key of the certificate; it may be the same file
   */
  public ServerBuilder tls(Path chain, Path key) {
    tls = Optional.of(new TlsFiles(chain, key));
    return this;
  }

  /** Adds a name under which the server may be asked, besides those of loopback. */
  public ServerBuilder hostName(String name) {
    hosts.add(name);
    return this;
  }

  /** Says that a server of this name stands in front of this one, and speaks TLS with clients. */
  public ServerBuilder behind(String name) {
    fronts.add(name.toLowerCase(Locale.ROOT));
    return hostName(name);
  }

  /**
   * Lets pages of another origin ask this server.
   *
   * @param origin the origin as browsers send it, such as {@code https://app.example}
   * @throws IllegalArgumentException if it stands for all origins, or browsers send none like it
   */
  public ServerBuilder allowOrigin(String origin) {
    if (!ORIGIN.matcher(origin).matches() || STANDARD_PORT.matcher(origin).matches()) {
      throw new IllegalArgumentException(
          "'" + origin + "' is no origin as browsers send it; use one such as https://app.example");
    }
    origins.add(origin);
    return this;
  }

  /** Adds a token that callers show. If there is none, one is made at each start. */
  public ServerBuilder token(AccessToken token) {
    tokens.add(Objects.requireNonNull(token, "token"));
    return this;
  }

  /** Adds a sink that is made anew for each run. */
  public ServerBuilder to(String name, Supplier<? extends Sink> sinks, Delivery delivery) {
    outlets.add(new DeclaredOutlet(name, sinks, delivery));
    return this;
  }

  /**
   * Has {@code mount} answer everything under a path, behind the gate; {@code /} stands for that
   * path alone. What is under {@code /assets}, and {@code /} itself, needs no token.
   *
   * @throws IllegalArgumentException if the path is not one, or is this server's own
   */
  public ServerBuilder mount(String path, Mount mount) {
    if (!path.matches("/[^?#]*") || path.equals("/api") || path.startsWith("/api/")) {
      throw new IllegalArgumentException(
          "nothing can be mounted at '" + path + "'; use a path such as /metrics, outside of /api");
    }
    mounts.put(path, Objects.requireNonNull(mount, "mount"));
    return this;
  }

  /**
   * Has requests to {@code /v1} and {@code /up} passed on, to the endpoints of the passage. The
   * sinks of this server get what is recorded of them, too.
   */
  public ServerBuilder passage(Passage way) {
    passage = Optional.of(way);
    return this;
  }

  /** Sets how requests are sent and awaited. */
  public ServerBuilder options(StreamOptions runs) {
    options = Objects.requireNonNull(runs, "options");
    return this;
  }

  /** Sets the bounds. */
  public ServerBuilder limits(Limits bounds) {
    limits = Objects.requireNonNull(bounds, "limits");
    return this;
  }

  /** Sets the folder for lines that no longer fit into memory; without one they are given up. */
  public ServerBuilder spool(Path folder) {
    spool = Optional.of(folder);
    return this;
  }

  /**
   * Sets where runs are looked up that are no longer in memory; without it they are not found. It
   * keeps nothing by itself: a sink that writes into it is added with {@link #to}.
   */
  public ServerBuilder archive(RunArchive kept) {
    archive = Optional.of(kept);
    return this;
  }

  /**
   * Also shows runs that other processes make, which are found there when they are asked for. They
   * can be followed and resumed here, but not stopped; the sinks of this server are not told of
   * them.
   */
  public ServerBuilder remote(RemoteRuns elsewhere) {
    remote = Optional.of(elsewhere);
    return this;
  }

  /** Sets who knows the models of the endpoint of that name; without it they are not listed. */
  public ServerBuilder models(String endpoint, ModelSource source) {
    models.put(endpoint, Objects.requireNonNull(source, "source"));
    return this;
  }

  /** Sets what callers are told of how the endpoint of that name is asked; else nothing is. */
  public ServerBuilder access(String endpoint, EndpointAccess right) {
    access.put(endpoint, Objects.requireNonNull(right, "access"));
    return this;
  }

  /** Sets the version that the server says it has. */
  public ServerBuilder version(String text) {
    version = Objects.requireNonNull(text, "version");
    return this;
  }

  /**
   * Starts the server.
   *
   * @throws IllegalArgumentException in one line, if it would be open to others without protection,
   *     if its certificate or key cannot be used, or if two tokens of one name may use different
   *     endpoints
   * @throws java.io.UncheckedIOException in one line, if the port cannot be opened
   */
  public Server start() {
    InetAddress address = address();
    if (!address.isLoopbackAddress()
        && (tokens.isEmpty() || !(tls.isPresent() || !fronts.isEmpty()))) {
      throw new IllegalArgumentException(
          "the address "
              + host
              + " is open to other machines; set tokens, and a certificate or the name of the"
              + " server with TLS in front of this one, or listen on 127.0.0.1");
    }
    return Server.start(this);
  }

  /** Whether clients that ask that host, as a request names it, speak TLS. */
  boolean isSecure(String asked) {
    return tls.isPresent()
        || fronts.stream()
            .anyMatch(
                front -> asked.toLowerCase(Locale.ROOT).matches(Pattern.quote(front) + "(:\\d+)?"));
  }

  /** The address as URLs have it. */
  String shownHost() {
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException("the host '" + host + "' has no address; use another");
    }
  }

  /** Where the certificate and the key are. */
  record TlsFiles(Path chain, Path key) {

    SSLContext context() {
      return TlsIdentity.in(chain, key).serverContext();
    }
  }
}
