package io.sluice.cli;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.sink.Sink;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retries;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.transport.netty.Proxies;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** The ways in which a program meets the end of a stream. */
final class WireRuns {

  static final String KEY = "sk-scenario-4711";

  private final WireScenario scenario;
  private final WireAnswer.Pieces pieces;

  WireRuns(WireScenario scenario, WireAnswer.Pieces pieces) {
    this.scenario = scenario;
    this.pieces = pieces;
  }

  Outcome pulled() throws IOException {
    return over(
        transport -> {
          try (ChatStream stream = transport.stream(request(), options())) {
            return outcomeOf(stream);
          }
        });
  }

  Outcome pushed() throws IOException {
    return over(
        transport -> {
          try (ChatStream stream = transport.stream(request(), options())) {
            stream.publisher().subscribe(new Everything());
            return stream.outcome().toCompletableFuture().join();
          }
        });
  }

  /** What the run's result says, then what each of two sinks was told. */
  List<Outcome> pipelined() throws IOException {
    return over(
        transport -> {
          var first = new CompletableFuture<Outcome>();
          var second = new CompletableFuture<Outcome>();
          Outcome result =
              Pipeline.from(transport)
                  .to("first", new LastWord(first))
                  .to("second", new LastWord(second))
                  .options(options())
                  .build()
                  .start(request())
                  .result()
                  .toCompletableFuture()
                  .join()
                  .outcome();
          return List.of(result, first.join(), second.join());
        });
  }

  Sluice.Ran commanded(String sink) throws IOException {
    try (var server = server()) {
      List<String> words = new ArrayList<>(List.of("--json", "-m", "m", "--sink", sink));
      words.addAll(List.of("--retries", Integer.toString(scenario.retries)));
      if (scenario.choices > 1) {
        words.addAll(List.of("--choices", Integer.toString(scenario.choices)));
      }
      scenario.patience.ifPresent(limit -> words.addAll(limited("--idle-timeout", limit)));
      scenario
          .firstTokenLimit()
          .ifPresent(limit -> words.addAll(limited("--first-token-timeout", limit)));
      words.add("Hello?");
      return Sluice.command()
          .with("OPENAI_BASE_URL", server.url())
          .with("OPENAI_API_KEY", KEY)
          .run(words.toArray(String[]::new));
    }
  }

  private static List<String> limited(String flag, Duration limit) {
    return List.of(flag, limit.toMillis() + "ms");
  }

  private <T> T over(Way<T> way) throws IOException {
    try (var server = server();
        var transport =
            NettyTransport.builder(Endpoint.of(server.url()).withKey(KEY))
                .proxies(Proxies.none())
                .build()) {
      return way.go(transport);
    }
  }

  private RawServer server() throws IOException {
    int last = scenario.answers.size() - 1;
    return RawServer.answering(n -> scenario.answers.get(Math.min(n, last)).in(pieces));
  }

  private static Outcome outcomeOf(ChatStream stream) {
    try {
      stream.completion();
    } catch (StreamException incomplete) {
      return incomplete.outcome();
    }
    return stream.outcome().toCompletableFuture().join();
  }

  private ChatRequest request() {
    return ChatRequest.builder("m").user("Hello?").choices(scenario.choices).build();
  }

  private StreamOptions options() {
    Timeouts timeouts = Timeouts.defaults();
    timeouts = scenario.patience.map(timeouts::idle).orElse(timeouts);
    timeouts = scenario.firstTokenLimit().map(timeouts::firstToken).orElse(timeouts);
    return StreamOptions.defaults()
        .retries(Retries.defaults().limit(scenario.retries))
        .timeouts(timeouts);
  }

  private interface Way<T> {
    T go(NettyTransport transport);
  }

  private static final class Everything implements Flow.Subscriber<Chunk> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Chunk chunk) {}

    @Override
    public void onError(Throwable reason) {}

    @Override
    public void onComplete() {}
  }

  private record LastWord(CompletableFuture<Outcome> told) implements Sink {
    @Override
    public void onChunk(Chunk chunk) {}

    @Override
    public void onEnd(Outcome outcome) {
      told.complete(outcome);
    }
  }
}
