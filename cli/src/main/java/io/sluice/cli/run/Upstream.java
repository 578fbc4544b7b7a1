package io.sluice.cli.run;

import io.sluice.chat.ChatRequest;
import io.sluice.cli.command.Call;
import io.sluice.cli.live.ProgressLabel;
import io.sluice.cli.offline.BuiltInModel;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Notices;
import io.sluice.settings.PriceList;
import io.sluice.simulator.Received;
import io.sluice.simulator.Simulator;
import io.sluice.stream.Source;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.transport.netty.Proxies;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import io.sluice.wire.HttpCall;
import io.sluice.wire.RequestSigner;
import io.sluice.wire.models.ListedModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What answers: a server, or the built-in model behind a server of our own on loopback. To be
 * closed after the last answer.
 */
public final class Upstream implements AutoCloseable {
  /** A person is to see an answer stream; a program need not wait for it. */
  private static final double WATCHED_TOKENS_PER_SECOND = 60;

  private final NettyTransport transport;
  private final Endpoint endpoint;
  private final Dialect dialect;
  private final String model;
  private final AnswerSource answerer;
  private final Optional<Simulator> simulator;

  private Upstream(
      NettyTransport.Builder transport,
      Endpoint endpoint,
      Dialect dialect,
      String model,
      AnswerSource answerer,
      Optional<Simulator> simulator) {
    this.transport = transport.dialect(dialect).build();
    this.endpoint = endpoint;
    this.dialect = dialect;
    this.model = model;
    this.answerer = answerer;
    this.simulator = simulator;
  }

  /**
   * Opens the server that the options choose; does not connect yet. For a dry run, the built-in
   * model is not started, and no program is run for a key.
   *
   * @param named the model that the user names; else the usual one of the dialect is asked
   */
  public static Upstream open(
      ConnectionOptions options, Optional<String> named, Dialect dialect, Call call) {
    return open(options, named, dialect, UnaryOperator.identity(), call);
  }

  /**
   * Opens the server as {@link #open} does, for many requests at once.
   *
   * @param size gives the transport as many connections and threads as those need
   */
  public static Upstream open(
      ConnectionOptions options,
      Optional<String> named,
      Dialect dialect,
      UnaryOperator<NettyTransport.Builder> size,
      Call call) {
    return open(
        options,
        named,
        dialect,
        size,
        call,
        server -> {
          throw server.withoutModel();
        });
  }

  /**
   * Opens the server as {@link #open} does, for requests that may name the model themselves: {@link
   * #model} is empty text if nothing else names one.
   */
  public static Upstream openForRows(
      ConnectionOptions options, Optional<String> named, Dialect dialect, Call call) {
    return open(options, named, dialect, UnaryOperator.identity(), call, server -> "");
  }

  private static Upstream open(
      ConnectionOptions options,
      Optional<String> named,
      Dialect dialect,
      UnaryOperator<NettyTransport.Builder> size,
      Call call,
      Function<ServerChoice, String> otherwise) {
    Optional<ServerChoice> server = options.server().choice(call, dialect.defaults());
    if (server.isEmpty()) {
      BuiltInModel builtIn = builtInModel(options, named, dialect);
      return options.dryRun()
          ? notStarted(call, builtIn)
          : builtIn(call, builtIn, saidOnce(builtIn.notice(), call.notices()), size);
    }
    Optional<String> usual = server.get().isUsual() ? dialect.defaults().model() : Optional.empty();
    String model = named.or(() -> usual).orElseGet(() -> otherwise.apply(server.get()));
    return server(server.get(), options, dialect, model, size, call);
  }

  /** Opens the server as {@link #open} does, for clients that name the model themselves. */
  public static Upstream openForClients(
      ServerChoice server, ConnectionOptions options, Dialect dialect, Call call) {
    return server(server, options, dialect, BuiltInModel.NAME, UnaryOperator.identity(), call);
  }

  /** Starts the built-in model for clients, and says so. */
  public static Upstream builtInForClients(ConnectionOptions options, Dialect dialect, Call call) {
    BuiltInModel model = builtInModel(options, Optional.empty(), dialect);
    call.notices().notice(model.notice());
    return builtIn(call, model, request -> {}, UnaryOperator.identity());
  }

  private static Upstream server(
      ServerChoice server,
      ConnectionOptions options,
      Dialect dialect,
      String model,
      UnaryOperator<NettyTransport.Builder> size,
      Call call) {
    try {
      Proxies proxies = Proxies.fromEnvironment(call.environment());
      Endpoint endpoint = endpoint(server, options, dialect, call);
      NettyTransport.Builder transport =
          size.apply(NettyTransport.builder(endpoint)).dialect(dialect).proxies(proxies);
      options.tls().applyTo(transport);
      AnswerSource answerer = AnswerSource.server(endpoint.baseUrl().toString());
      return new Upstream(transport, endpoint, dialect, model, answerer, Optional.empty());
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of(malformed);
    }
  }

  /**
   * Calls are signed if there is no key. What the environment names is used for the dialect's usual
   * server alone, as its key is.
   */
  private static Endpoint endpoint(
      ServerChoice server, ConnectionOptions options, Dialect dialect, Call call) {
    Optional<RequestSigner> signer =
        server.isUsual() && !server.hasKey()
            ? dialect.signer(call.environment())
            : Optional.empty();
    ServerChoice choice = signer.isPresent() ? server.withoutMissingKey() : server;
    Endpoint endpoint =
        options.dryRun()
            ? choice.resolvedWithoutRunning(dialect.defaults())
            : choice.resolved(dialect.defaults());
    return signer.map(endpoint::withSigner).orElse(endpoint);
  }

  /** Opens the server as {@link #open} does, for calls that ask no model. */
  public static Upstream openForLists(ConnectionOptions options, Dialect dialect, Call call) {
    return open(options, Optional.of(BuiltInModel.NAME), dialect, call);
  }

  /**
   * The models that the server offers, in its order.
   *
   * @throws UsageException if the dialect cannot list models
   * @throws io.sluice.stream.StreamException if the list did not arrive
   */
  public List<ListedModel> models(StreamOptions options) {
    try {
      return transport.models(options);
    } catch (UnsupportedOperationException unable) {
      throw new UsageException(
          unable.getMessage() + "; name one with " + FlagKey.MODEL.flag(), unable);
    }
  }

  /** What the requests go through. Closed with this. */
  public NettyTransport transport() {
    return transport;
  }

  /** The answer to that request. */
  public Source source(ChatRequest request) {
    return transport.source(request);
  }

  /**
   * The HTTP call that sends that request; nothing is sent.
   *
   * @throws UsageException if the dialect cannot express the request
   */
  public HttpCall call(ChatRequest request, StreamOptions options) {
    try {
      return dialect.wholeCall(endpoint, request, options);
    } catch (IllegalArgumentException inexpressible) {
      throw UsageException.of(inexpressible);
    }
  }

  /** What {@link #call} puts into calls and must be masked where one is shown, such as the key. */
  public List<String> secrets() {
    return endpoint.secrets();
  }

  /**
   * The prices that hold for what this answers: the given ones, and none for the built-in model.
   */
  public PriceList prices(PriceList given) {
    return answerer.isServer() ? given : PriceList.empty();
  }

  /** The base URL of the server that is asked. */
  public String endpoint() {
    return transport.endpoint();
  }

  /** The model to ask. */
  public String model() {
    return model;
  }

  /** What a person is told answers that request. */
  public ProgressLabel label(ChatRequest request) {
    ProgressLabel label = ProgressLabel.of(request.model());
    return answerer.isServer()
        ? Optional.ofNullable(endpoint.baseUrl().getHost()).map(label::at).orElse(label)
        : label;
  }

  /** The source of the answers: a server or the built-in model. */
  public AnswerSource answerer() {
    return answerer;
  }

  @Override
  public void close() {
    transport.close();
    simulator.ifPresent(Simulator::close);
  }

  private static BuiltInModel builtInModel(
      ConnectionOptions options, Optional<String> named, Dialect dialect) {
    return options.server().offline()
        ? BuiltInModel.asked(dialect, named)
        : BuiltInModel.offered(dialect, named);
  }

  private static Upstream builtIn(
      Call call,
      BuiltInModel model,
      Consumer<Received> onRequest,
      UnaryOperator<NettyTransport.Builder> size) {
    boolean watched = call.streams().terminals().out();
    Simulator simulator =
        Simulator.builder()
            .onRequest(onRequest)
            .rate(watched ? WATCHED_TOKENS_PER_SECOND : 0)
            .start();
    Endpoint endpoint = Endpoint.of(simulator.baseUrl(model.api()).toString());
    return offline(endpoint, model, Optional.of(simulator), size);
  }

  /** Says a line when the first request has come: what fails before then is said alone. */
  private static Consumer<Received> saidOnce(String line, Notices notices) {
    var unsaid = new AtomicBoolean(true);
    return request -> {
      if (unsaid.getAndSet(false)) {
        notices.notice(line);
      }
    };
  }

  /** The built-in model as a dry run sees it: without a server, and so without a port. */
  private static Upstream notStarted(Call call, BuiltInModel model) {
    call.notices().notice(model.notice());
    return offline(
        Endpoint.of("http://127.0.0.1" + model.api().basePath()),
        model,
        Optional.empty(),
        UnaryOperator.identity());
  }

  private static Upstream offline(
      Endpoint endpoint,
      BuiltInModel model,
      Optional<Simulator> simulator,
      UnaryOperator<NettyTransport.Builder> size) {
    return new Upstream(
        size.apply(NettyTransport.builder(endpoint)).proxies(Proxies.none()),
        endpoint,
        model.dialect(),
        model.name(),
        AnswerSource.builtIn(),
        simulator);
  }
}
