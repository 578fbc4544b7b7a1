package io.sluice.cli.run;

import io.sluice.chat.ChatRequest;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.live.ProgressLabel;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
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

  /** Opens what the flags and variables name; does not connect yet. */
  public static Upstream open(Call call, Dialect dialect) {
    Optional<String> named = call.arguments().value(FlagKey.MODEL).map(SettingValue::text);
    Optional<ServerChoice> server = ConnectionFlags.server(call, dialect.defaults());
    if (server.isEmpty()) {
      refuseUnlessUsual(dialect, call.arguments());
      return builtIn(call, offline(call.arguments(), named));
    }
    try {
      Proxies proxies = Proxies.fromEnvironment(call.arguments().environment());
      Optional<String> usual =
          server.get().isUsual() ? dialect.defaults().model() : Optional.empty();
      String model = named.or(() -> usual).orElseThrow(Upstream::unnamed);
      Endpoint endpoint = server.get().resolved(dialect.defaults());
      NettyTransport.Builder transport =
          NettyTransport.builder(endpoint).dialect(dialect).proxies(proxies);
      TlsFlags.apply(call.arguments(), transport);
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
  private static Upstream builtIn(Call call, String notice) {
    boolean watched = call.streams().terminals().out();
    var unsaid = new AtomicBoolean(true);
    Simulator simulator =
        Simulator.builder()
            .onRequest(
                request -> {
                  if (unsaid.getAndSet(false)) {
                    call.notices().notice(notice);
                  }
                })
            .rate(watched ? WATCHED_TOKENS_PER_SECOND : 0)
            .start();
    ChatTransport transport =
        NettyTransport.builder(Endpoint.of(simulator.baseUrl().toString()))
            .proxies(Proxies.none())
            .build();
    return new Upstream(transport, BUILT_IN_MODEL, Optional.empty(), Optional.of(simulator));
  }

  private static void refuseUnlessUsual(Dialect dialect, Arguments arguments) {
    if (!dialect.name().equals(DialectFlag.USUAL)) {
      String alone = "the built-in model speaks " + DialectFlag.USUAL + " alone";
      throw new UsageException(
          arguments.on(FlagKey.OFFLINE)
              ? "the built-in model does not speak '"
                  + dialect.name()
                  + "'; leave out --offline or --dialect"
              : "no " + dialect.defaults().keyVariable() + "; set it, or --base-url: " + alone);
    }
  }

  private static UsageException unnamed() {
    return new UsageException("no model is named, and the server has no default; use --model");
  }

  private static String offline(Arguments arguments, Optional<String> named) {
    String why = arguments.on(FlagKey.OFFLINE) ? "" : "no OPENAI_API_KEY; ";
    String instead =
        named
            .filter(model -> !model.equals(BUILT_IN_MODEL))
            .map(model -> ", not " + model)
            .orElse("");
    return "offline: " + why + "a small built-in model answers" + instead;
  }
}
