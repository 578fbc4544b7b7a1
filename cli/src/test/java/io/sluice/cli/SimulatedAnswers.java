package io.sluice.cli;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.chat.Tool;
import io.sluice.plugin.Plugins;
import io.sluice.simulator.SimulatedApi;
import io.sluice.simulator.Simulator;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retries;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.transport.netty.Proxies;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import io.sluice.wire.models.ListedModel;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks one simulator in any dialect that it speaks. */
final class SimulatedAnswers implements AutoCloseable {
  /** The dialects besides the usual one. */
  static final List<String> OTHERS = List.of("responses", "anthropic", "gemini", "ollama");

  /** What the model answers with a text. */
  static final String PROMPT = "Write a haiku about coding.";

  /** What the model answers with two calls of {@link #WEATHER}. */
  static final String QUESTION = "What is the weather in Paris and Tokyo?";

  static final Tool WEATHER =
      new Tool(
          "get_weather",
          "Tells the weather of a city",
          Json.verbatim(
              "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},"
                  + "\"required\":[\"city\"]}"));

  private final Simulator simulator = Simulator.start();
  private final Plugins plugins = Plugins.load(List.of());

  /** How an answer in a dialect ended; requests are not repeated. */
  Outcome outcome(String dialect, ChatRequest request, StreamOptions options) {
    StreamOptions once = options.retries(Retries.defaults().limit(0));
    return over(
        dialect,
        transport -> {
          try (ChatStream stream = transport.stream(request, once)) {
            stream.completion();
            return stream.outcome().toCompletableFuture().join();
          } catch (StreamException incomplete) {
            return incomplete.outcome();
          }
        });
  }

  /** The calls in an answer, as a JSON array of pairs: the name and the arguments. */
  static String calls(Completion answer) {
    return answer.toolCalls().stream()
        .map(call -> "[\"" + call.name() + "\"," + call.arguments() + "]")
        .collect(Collectors.joining(",", "[", "]"));
  }

  List<String> models(String dialect) {
    return over(
        dialect,
        transport ->
            transport.models(StreamOptions.defaults()).stream().map(ListedModel::name).toList());
  }

  private <T> T over(String name, Function<NettyTransport, T> use) {
    Dialect dialect = plugins.dialects().get(name);
    SimulatedApi api = SimulatedApi.of(name).orElseThrow();
    Endpoint endpoint = Endpoint.of(simulator.baseUrl(api).toString()).withKey("sk-test");
    try (var transport =
        NettyTransport.builder(endpoint).dialect(dialect).proxies(Proxies.none()).build()) {
      return use.apply(transport);
    }
  }

  @Override
  public void close() {
    simulator.close();
    plugins.close();
  }
}
