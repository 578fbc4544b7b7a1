package io.sluice.cli.run;

import io.sluice.chat.ChatRequest;
import io.sluice.cli.command.Call;
import io.sluice.cli.live.ProgressLabel;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Notices;
import io.sluice.simulator.Simulator;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Source;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.transport.netty.Proxies;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What answers: a server, or the built-in model behind a server of our own on loopback. To be
 * closed after the last answer.
 */
public final class Upstream implements AutoCloseable {
  public static final String BUILT_IN_MODEL = "sluice-offline";

  /** Another name of the built-in model, by which it sends reasoning before its text. */
  private static final String REASONING_MODEL = BUILT_IN_MODEL + "-reasoning";

  /** A person is to see an answer stream; a program need not wait for it. */
  private static final double WATCHED_TOKENS_PER_SECOND = 60;

  private final ChatTransport transport;
  private final String model;
  private final Optional<String> host;
  private final Optional<Simulator> simulator;

  private Upstream(
      ChatTransport transport, String model, Optional<String> host, Optional<Simulator> simulator) {
    this.transport = transport;
    this.model = model;
    this.host = host;
    this.simulator = simulator;
  }

  /**
   * Opens the server that the options choose; does not connect yet.
   *
   * @param named the model that the user names; else the usual one of the dialect is asked
   */
  public static Upstream open(
      ConnectionOptions options, Optional<String> named, Dialect dialect, Call call) {
    Optional<ServerChoice> server = options.server().choice(call, dialect.defaults());
    if (server.isEmpty()) {
      refuseUnlessUsual(dialect, options.server());
      return builtIn(
          call,
          named.filter(REASONING_MODEL::equals).orElse(BUILT_IN_MODEL),
          offline(options.server(), named));
    }
    try {
      Proxies proxies = Proxies.fromEnvironment(call.environment());
      Optional<String> usual =
          server.get().isUsual() ? dialect.defaults().model() : Optional.empty();
      String model = named.or(() -> usual).orElseThrow(Upstream::unnamed);
      Endpoint endpoint = server.get().resolved(dialect.defaults());
      NettyTransport.Builder transport =
          NettyTransport.builder(endpoint).dialect(dialect).proxies(proxies);
      options.tls().applyTo(transport);
      Optional<String> host = Optional.ofNullable(endpoint.baseUrl().getHost());
      return new Upstream(transport.build(), model, host, Optional.empty());
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of(malformed);
    }
  }

  /** The answer to that request. */
  public Source source(ChatRequest request) {
    return transport.source(request);
  }

  /** The base URL of the server that is asked. */
  String endpoint() {
    return transport.endpoint();
  }

  /** The model to ask. */
  public String model() {
    return model;
  }

  /** What a person is told answers that request. */
  public ProgressLabel label(ChatRequest request) {
    ProgressLabel label = ProgressLabel.of(request.model());
    return host.map(label::at).orElse(label);
  }

  public AnswerSource answerer() {
    return simulator.isPresent() ? AnswerSource.builtIn() : AnswerSource.server(endpoint());
  }

  @Override
  public void close() {
    transport.close();
    simulator.ifPresent(Simulator::close);
  }

  /** Says {@code notice} when the first request has come: what fails before then is said alone. */
  private static Upstream builtIn(Call call, String model, String notice) {
    boolean watched = call.streams().terminals().out();
    Notices notices = call.notices();
    var unsaid = new AtomicBoolean(true);
    Simulator simulator =
        Simulator.builder()
            .onRequest(
                request -> {
                  if (unsaid.getAndSet(false)) {
                    notices.notice(notice);
                  }
                })
            .rate(watched ? WATCHED_TOKENS_PER_SECOND : 0)
            .start();
    ChatTransport transport =
        NettyTransport.builder(Endpoint.of(simulator.baseUrl().toString()))
            .proxies(Proxies.none())
            .build();
    return new Upstream(transport, model, Optional.empty(), Optional.of(simulator));
  }

  private static void refuseUnlessUsual(Dialect dialect, ServerOptions server) {
    if (!dialect.name().equals(DialectFlag.USUAL)) {
      String alone = "the built-in model speaks " + DialectFlag.USUAL + " alone";
      throw new UsageException(
          server.offline()
              ? "the built-in model does not speak '"
                  + dialect.name()
                  + "'; leave out "
                  + FlagKey.OFFLINE.flag()
                  + " or "
                  + FlagKey.DIALECT.flag()
              : "no "
                  + dialect.defaults().keyVariable()
                  + "; set it, or "
                  + FlagKey.BASE_URL.flag()
                  + ": "
                  + alone);
    }
  }

  private static UsageException unnamed() {
    return new UsageException(
        "no model is named, and the server has no default; use " + FlagKey.MODEL.flag());
  }

  private static String offline(ServerOptions server, Optional<String> named) {
    String why = server.offline() ? "" : "no OPENAI_API_KEY; ";
    String instead =
        named
            .filter(model -> !model.equals(BUILT_IN_MODEL) && !model.equals(REASONING_MODEL))
            .map(model -> ", not " + model)
            .orElse("");
    return "offline: " + why + "a small built-in model answers" + instead;
  }
}
