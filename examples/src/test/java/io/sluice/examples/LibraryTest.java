package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.replay.Replay;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.sinks.file.FileSink;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Retries;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import io.sluice.testkit.ScriptedTransport;
import io.sluice.tokens.Basis;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenCount;
import io.sluice.tokens.TokenCounter;
import io.sluice.tokens.prompt.PromptTokens;
import io.sluice.transport.netty.EventStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the snippets of docs/library.md that no example holds. */
@SuppressWarnings("NullAway.Init") // of a subscriber, whose onSubscribe is called first
final class LibraryTest {

  private static final String FOX = "A fox naps. Pi is 3.14! Why not?";

  @TempDir private Path folder;

  private final Printed printed = new Printed();

  @Test
  void aRequestSaysWhatTheServerShouldDo() throws IOException {
    ChatRequest request =
        ChatRequest.builder("gpt-4o-mini")
            .system("Answer in one sentence.")
            .user("Why is the sky blue?")
            .temperature(0)
            .maxTokens(100)
            .with("service_tier", new Json("\"flex\"")) // a field that Sluice does not model
            .build();
    try (Server server = Server.recorded()) {
      server.transport().complete(request);
      assertThat(server.asked().get(0))
          .contains("\"service_tier\":\"flex\"", "Answer in one sentence.", "\"temperature\":0");
    }
  }

  @Test
  void aConversationGoesOn() throws IOException {
    ChatRequest request = ChatRequest.of("gpt-4o-mini", "Name three rivers.");
    try (Server server = Server.recorded()) {
      var transport = server.transport();
      Completion answer = transport.complete(request);
      ChatRequest next =
          request.toBuilder().message(Message.of(answer)).user("And in French?").build();
      transport.complete(next);
      assertThat(server.asked().get(1)).contains("Name three rivers.", FOX, "And in French?");
    }
  }

  @Test
  void aToolAnswersTheModel() throws IOException {
    ChatRequest request = ChatRequest.of("gpt-4o-mini", "What time is it?");
    try (Server server = Server.recorded()) {
      var transport = server.transport();
      Message call =
          Message.builder(Role.ASSISTANT)
              .toolCalls(List.of(ToolCall.of("call_1", "clock", "{}")))
              .build();
      ChatRequest next =
          request.toBuilder().message(call).message(Message.tool("call_1", "12:00")).build();
      transport.complete(next);
      assertThat(server.asked().get(0)).contains("\"tool_call_id\":\"call_1\"");
    }
  }

  @Test
  void aRunHasAttributes() {
    Path file = folder.resolve("answer.jsonl");
    try (var transport = ScriptedTransport.answering("Hello")) {
      Pipeline pipeline =
          Pipeline.from(transport)
              .options(StreamOptions.defaults().attribute("tenant", "blue"))
              .to("file", () -> FileSink.jsonl(file))
              .build();
      pipeline.run(ChatRequest.of("any", "Say hello."));
    }
    assertThat(file).content().contains("\"attributes\":{\"tenant\":\"blue\"}");
  }

  @Test
  void aSubscriberIsPushedTo() throws IOException {
    try (Server server = Server.recorded();
        ChatStream stream =
            server.transport().stream(ChatRequest.of("gpt-4o-mini", "Tell me a joke."))) {
      var subscriber = new LengthSubscriber();
      stream.publisher().subscribe(subscriber);
      assertThat(subscriber.length.join()).isEqualTo(FOX.length());
    }
  }

  /** Counts characters, one chunk at a time. */
  private static final class LengthSubscriber implements Flow.Subscriber<Chunk> {
    final CompletableFuture<Integer> length = new CompletableFuture<>();
    private Flow.Subscription subscription;
    private int characters;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      subscription.request(1);
    }

    @Override
    public void onNext(Chunk chunk) {
      characters += chunk.text().length();
      subscription.request(1);
    }

    @Override
    public void onError(Throwable reason) {
      length.completeExceptionally(reason);
    }

    @Override
    public void onComplete() {
      length.complete(characters);
    }
  }

  @Test
  void anAccumulatorHoldsTheAnswerSoFar() throws IOException {
    List<String> seen = new ArrayList<>();
    try (Server server = Server.recorded();
        ChatStream stream =
            server.transport().stream(ChatRequest.of("gpt-4o-mini", "Tell me a joke."))) {
      var answer = new CompletionAccumulator();
      for (Chunk chunk : stream) {
        answer.add(chunk);
        seen.add(answer.result().text()); // the answer so far, as if it had come in one piece
      }
    }
    assertThat(seen).contains("A", "A fox").endsWith(FOX);
  }

  @Test
  void tokensAreCountedWithoutAServer() {
    var request = ChatRequest.of("gpt-4o", "Say hi.");
    ModelEncoding model = ModelEncoding.of("gpt-4o");
    long text = TokenCounter.count(model.encoding(), "Rivers run to the sea.");
    TokenCount prompt = new PromptTokens(model).count(request).counted();
    assertThat(text).isEqualTo(7);
    assertThat(prompt).isEqualTo(new TokenCount(10, Basis.EXACT));
  }

  @Test
  void aFailureHasACategory() throws IOException {
    try (Server server = Server.recorded("status=401")) {
      assertThatThrownBy(
              () -> server.transport().complete(ChatRequest.of("gpt-4o-mini", "Tell me a joke.")))
          .isInstanceOfSatisfying(
              StreamException.class,
              broken ->
                  assertThat(broken.outcome().failure().map(LibraryTest::advice))
                      .hasValue("check the API key"));
    }
  }

  private static String advice(Failure failure) {
    return switch (failure.category()) {
      case NOT_AUTHORISED -> "check the API key";
      case RATE_LIMITED, OVERLOADED, UNAVAILABLE -> "try again later";
      case QUOTA -> "the account has no credit left";
      default -> failure.message();
    };
  }

  @Test
  void timeoutsAndRetriesAreOptionsOfAStream() throws IOException {
    List<String> log = new ArrayList<>();
    var limits =
        Timeouts.defaults().firstToken(Duration.ofSeconds(30)).total(Duration.ofMinutes(5));
    var options =
        StreamOptions.defaults()
            .timeouts(limits)
            .retries(new Retries(4, Duration.ofMillis(100), Duration.ofSeconds(8)))
            .onRetry(
                retry -> log.add("attempt " + retry.attempt() + ": " + retry.cause().message()));
    var request = ChatRequest.of("gpt-4o-mini", "Tell me a joke.");
    try (Server server = Server.recorded("status=503", "times=1")) {
      var transport = server.transport();
      try (ChatStream stream = transport.stream(request, options)) {
        printed.stream().println(stream.completion().text());
      }
    }
    assertThat(printed.text()).isEqualTo(FOX + "\n");
    assertThat(log).singleElement().asString().startsWith("attempt 2: ");
  }

  @Test
  void aRunHasItsThreads() throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    var out = printed.stream();
    try (Server server = Server.recorded()) {
      var transport = server.transport();
      Pipeline pipeline =
          Pipeline.from(transport)
              .to("console", () -> ConsoleSink.to(out))
              .executor(threads) // calls the sinks of start(); run() uses the caller's thread
              .build();
      PipelineResult result =
          pipeline
              .start(ChatRequest.of("gpt-4o-mini", "Tell me a joke."))
              .result()
              .toCompletableFuture()
              .join();
      assertThat(result.outcome().status()).isEqualTo(Status.COMPLETED);
    } finally {
      threads.shutdown();
    }
    assertThat(printed.text()).startsWith(FOX);
  }

  @Test
  void aRecordIsPlayedAgain() throws IOException {
    var out = printed.stream();
    Path recorded = Path.of("src/test/resources/fox.sse");
    Replay replay = Replay.builder(recorded).events(EventStreams::decoder).build();
    Pipeline.ofSources().to("console", () -> ConsoleSink.to(out)).build().run(replay);
    assertThat(printed.text()).startsWith(FOX);
  }

  @Test
  void aTestNeedsNoServer() {
    var transport = ScriptedTransport.answering("Hello", " there");
    Completion answer = transport.complete(ChatRequest.of("any", "Say hello."));
    assertThat(answer.text()).isEqualTo("Hello there");
  }
}
