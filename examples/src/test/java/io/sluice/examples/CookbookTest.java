package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.ContentPart;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Tool;
import io.sluice.chat.ToolCall;
import io.sluice.json.tree.JsonTree;
import io.sluice.json.tree.JsonValueAccumulator;
import io.sluice.pipeline.Pipeline;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamOptions;
import io.sluice.testkit.ScriptedTransport;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Runs the snippets of docs/cookbook.md. */
@SuppressWarnings("NullAway.Init") // of a subscriber, whose onSubscribe is called first
final class CookbookTest {

  private static final int MOST_TURNS = 8;

  private static final SinkOption TOKEN =
      SinkOption.of("token", SinkOption.Type.SECRET, "the token of the channel").required();

  @Test
  void toolsAreCalledUntilTheModelIsDone() {
    try (Server server = Server.offline()) {
      Completion answer = converse(server.transport(), call -> "{\"time\": \"12:00\"}");

      assertThat(answer.toolCalls()).isEmpty();
      assertThat(answer.text()).isNotEmpty();
      assertThat(server.asked()).hasSize(2);
      assertThat(server.asked().get(1)).contains("\"role\":\"tool\"", "12:00");
    }
  }

  private static Completion converse(ChatTransport transport, ToolBox tools) {
    ChatRequest request =
        ChatRequest.builder("gpt-4o-mini")
            .user("What does the clock say?")
            .tool(new Tool("clock", "Tells the time", new Json("{\"type\": \"object\"}")))
            .build();
    Completion answer = transport.complete(request);
    for (int turn = 1; turn < MOST_TURNS && !answer.toolCalls().isEmpty(); turn++) {
      ChatRequest.Builder next = request.toBuilder().message(Message.of(answer));
      for (ToolCall call : answer.toolCalls()) {
        next.message(Message.tool(call.id(), tools.result(call)));
      }
      request = next.build();
      answer = transport.complete(request);
    }
    return answer;
  }

  private interface ToolBox {
    String result(ToolCall call);
  }

  @Test
  void aPictureIsAPartOfAMessage() throws IOException {
    byte[] png = {1, 2, 3};
    Message question =
        Message.user(
            ContentPart.text("What is in these pictures?"),
            ContentPart.image("image/png", png),
            ContentPart.image("https://example.com/rivers.jpg"));
    try (Server server = Server.recorded()) {
      server.transport().complete(ChatRequest.builder("gpt-4o-mini").message(question).build());
      assertThat(server.asked().get(0)).contains("data:image/png;base64,AQID", "rivers.jpg");
    }
  }

  @Test
  void anAnswerFitsASchemaAndIsKnownAsFarAsItHasCome() {
    ChatRequest request =
        ChatRequest.builder("gpt-4o-mini")
            .user("Name a river.")
            .with(
                "response_format",
                new Json(
                    """
                    {"type": "json_schema", "json_schema": {"name": "river", "strict": true,
                      "schema": {"type": "object", "additionalProperties": false,
                        "properties": {"name": {"type": "string"}}, "required": ["name"]}}}
                    """))
            .build();
    List<JsonTree> shown = new ArrayList<>();
    try (Server server = Server.offline()) {
      var transport = server.transport();
      var river = new JsonValueAccumulator();
      try (ChatStream stream = transport.stream(request)) {
        for (Chunk chunk : stream) {
          if (river.add(chunk.text())) {
            shown.add(river.value().orElseThrow());
          }
        }
      }
      river.finish();
      assertThat(river.problem()).isEmpty();
      assertThat(river.value().orElseThrow().string("name")).isPresent();
      assertThat(shown).hasSizeGreaterThan(1);
    }
  }

  @Test
  void aSecretIsGivenByTheNameOfItsVariable() {
    var options =
        SinkOptions.of(
            List.of(TOKEN), Map.of("token", "env:HOOK_TOKEN"), Map.of("HOOK_TOKEN", "s3cret"));
    assertThat(options.secret("token")).hasToString("Optional[***]");
  }

  @Test
  void aDialectOfOnesOwnAddsAHeader() {
    StreamOptions options = StreamOptions.defaults().attribute("tenant", "blue");
    var call =
        new TenantDialect()
            .call(Endpoint.of("http://localhost/v1"), ChatRequest.of("any", "Hi"), options);
    assertThat(call.headers()).containsEntry("X-Tenant", "blue");
  }

  @Test
  void aWebServerPassesTheAnswerOn() throws IOException, InterruptedException {
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.setExecutor(threads);
    try (Server server = Server.recorded()) {
      var transport = server.transport();
      web.createContext(
          "/chat",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (exchange) {
              answer(transport, "Tell me a joke.", exchange.getResponseBody());
            }
          });
      web.start();

      String events =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/chat"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();

      assertThat(events).startsWith("data: {").endsWith("event: end\ndata: completed\n\n");
    } finally {
      web.stop(0);
      threads.shutdown();
    }
  }

  @Test
  void aStreamStopsWhenItsBrowserHasLeft() {
    var left =
        new OutputStream() {
          @Override
          public void write(int next) throws IOException {
            throw new IOException("broken pipe");
          }
        };
    try (var transport = ScriptedTransport.answering("Hello", " there")) {
      Outcome outcome = answer(transport, "Say hello.", left);

      assertThat(outcome.status()).isEqualTo(Status.FAILED);
      assertThat(outcome.failure()).containsInstanceOf(Failure.Sinks.class);
    }
  }

  /** Returns when the answer has ended, or when the browser has left. */
  private static Outcome answer(ChatTransport transport, String prompt, OutputStream browser) {
    return Pipeline.from(transport)
        .to("browser", () -> new EventStreamSink(browser))
        .executor(Runnable::run)
        .build()
        .start(ChatRequest.of("gpt-4o-mini", prompt))
        .result()
        .toCompletableFuture()
        .join()
        .outcome();
  }

  @Test
  void slowWorkLeavesTheTransportsThread() throws IOException {
    Queue<String> texts = new ConcurrentLinkedQueue<>();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Server server = Server.recorded();
        ChatStream stream =
            server.transport().stream(ChatRequest.of("gpt-4o-mini", "Tell me a joke."))) {
      var reader = new SlowReader(thread, chunk -> texts.add(chunk.text()));
      stream.publisher().subscribe(reader);
      reader.done.join();
      assertThat(String.join("", texts)).isEqualTo("A fox naps. Pi is 3.14! Why not?");
    } finally {
      thread.shutdown();
    }
  }

  /** Works on each chunk on a thread of its own, and asks for the next one afterwards. */
  private static final class SlowReader implements Flow.Subscriber<Chunk> {
    final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Executor thread; // one thread, so that the order stays
    private final Consumer<Chunk> work;
    private Flow.Subscription subscription;

    SlowReader(Executor thread, Consumer<Chunk> work) {
      this.thread = thread;
      this.work = work;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      subscription.request(1);
    }

    @Override
    public void onNext(Chunk chunk) {
      thread.execute(
          () -> {
            work.accept(chunk);
            subscription.request(1);
          });
    }

    @Override
    public void onError(Throwable reason) {
      thread.execute(() -> done.completeExceptionally(reason));
    }

    @Override
    public void onComplete() {
      thread.execute(() -> done.complete(null));
    }
  }
}
