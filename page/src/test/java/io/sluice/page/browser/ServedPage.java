package io.sluice.page.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.json.JsonWriter;
import io.sluice.page.BrowserPage;
import io.sluice.pipeline.Delivery;
import io.sluice.server.Server;
import io.sluice.server.ServerBuilder;
import io.sluice.server.archive.SqliteRunArchive;
import io.sluice.server.gate.AccessToken;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import io.sluice.sinks.sqlite.SqliteSink;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import io.sluice.wire.OpenAiDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A server with the page, and a model whose answer the test writes. Browsers reach it through a
 * relay, which can be cut, and which can lead to the next server.
 */
final class ServedPage implements AutoCloseable {

  private static final String TOKEN = "token-of-the-browser-tests";

  private final Simulator simulator;
  private final NettyTransport transport;
  private final NetworkRelay relay;
  private Path archive;
  private Server server;

  private ServedPage(Simulator simulator, Path archive, Dialect dialect) {
    this.simulator = simulator;
    this.archive = archive;
    this.transport =
        NettyTransport.builder(Endpoint.of(simulator.baseUrl().toString()))
            .dialect(dialect)
            .build();
    this.relay = new NetworkRelay();
    this.server = start();
    relay.leadTo(server.port());
  }

  /** A model that says these pieces, so many a second; none is a limit that is no limit. */
  static ServedPage answering(Path folder, double rate, List<String> pieces) {
    return of(
        folder,
        simulator ->
            simulator.rate(rate).replayBytes(answer(pieces).getBytes(UTF_8), "text/event-stream"));
  }

  static ServedPage of(Path folder, UnaryOperator<SimulatorBuilder> model) {
    return of(folder, model, new OpenAiDialect());
  }

  /** A model that is asked in a dialect, whose base URL is that of OpenAI's. */
  static ServedPage of(Path folder, UnaryOperator<SimulatorBuilder> model, Dialect dialect) {
    try {
      Path own = Files.createTempDirectory(folder, "server");
      return new ServedPage(
          model.apply(Simulator.builder()).start(), own.resolve("archive.db"), dialect);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Where a browser finds the page, with its token. */
  String address() {
    return origin() + "/#t=" + TOKEN;
  }

  String origin() {
    return "http://127.0.0.1:" + relay.port();
  }

  int port() {
    return server.port();
  }

  /** Where it is reached under another name, without the relay. */
  String direct(String host) {
    return "http://" + host + ":" + server.port();
  }

  NetworkRelay relay() {
    return relay;
  }

  /** Shows the token again: a server on another port has a cookie of another name. */
  void enter(Tab tab) {
    tab.read(
        "fetch('/api/session', {method: 'POST', body: '{\"token\":\""
            + TOKEN
            + "\"}'})"
            + ".then(reply => reply.status)");
  }

  /** Ends the server, as a signal does, and starts the next one, which has the same archive. */
  void restart() {
    relay.cut();
    server.close();
    server = start();
    relay.leadTo(server.port());
  }

  /** Ends the server, and starts one that knows none of its runs. */
  void forget() {
    archive = archive.resolveSibling("other.db");
    restart();
  }

  @Override
  public void close() {
    relay.close();
    server.close();
    transport.close();
    simulator.close();
  }

  private Server start() {
    ServerBuilder builder =
        Server.builder("default", transport)
            .hostName("127.0.0.1:" + relay.port())
            .token(AccessToken.of("tester", TOKEN))
            .models("default", () -> List.of("model-a", "model-b"))
            .archive(SqliteRunArchive.of(archive))
            .to("archive", () -> SqliteSink.of(archive), Delivery.optional());
    return BrowserPage.addTo(builder).start();
  }

  private static String answer(List<String> pieces) {
    var body = new StringBuilder();
    for (String piece : pieces) {
      body.append(event("{\"content\":" + JsonWriter.json(piece).text() + "}", "null"));
    }
    return body + event("{}", "\"stop\"") + "data: [DONE]\n\n";
  }

  private static String event(String delta, String reason) {
    return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,"
        + "\"model\":\"model-a\",\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + reason
        + "}]}\n\n";
  }
}
