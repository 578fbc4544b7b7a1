package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.context.ContextPropagation;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.Run;
import io.sluice.pipeline.RunOptions;
import io.sluice.sink.Sink;
import io.sluice.sinks.file.FileSink;
import io.sluice.stream.Chunk;
import io.sluice.stream.Status;
import io.sluice.stream.Timeouts;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the snippets of docs/library.md about single runs. */
final class LibraryRunsTest {

  private final ChatRequest request = ChatRequest.of("any", "Say hello.");

  @TempDir private Path folder;

  @Test
  void aRunHasItsOwnOptions() {
    Path file = folder.resolve("answer.jsonl");
    String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    try (var transport = ScriptedTransport.answering("Hello")) {
      Pipeline pipeline = Pipeline.from(transport).to("file", () -> FileSink.jsonl(file)).build();
      RunOptions options =
          RunOptions.defaults()
              .id("order-17")
              .attribute("tenant", "blue")
              .timeouts(Timeouts.defaults().total(Duration.ofMinutes(2)))
              .options(given -> given.header("traceparent", traceparent));
      Run run = pipeline.start(request, options);
      assertThat(run.result().toCompletableFuture().join().outcome().status())
          .isEqualTo(Status.COMPLETED);
    }
    assertThat(file)
        .content()
        .contains("\"id\":\"order-17\"")
        .contains("\"attributes\":{\"tenant\":\"blue\"}");
  }

  @Test
  void whatAThreadKnowsIsCarriedToTheSinks() {
    ThreadLocal<String> tenant = new ThreadLocal<>();
    List<String> seen = new CopyOnWriteArrayList<>();
    ContextPropagation tenants =
        () -> {
          String captured = tenant.get(); // on the thread that starts the run
          return () -> {
            tenant.set(captured); // on the thread that calls the sinks
            return tenant::remove;
          };
        };
    try (var transport = ScriptedTransport.answering("Hello")) {
      Pipeline pipeline =
          Pipeline.from(transport)
              .to("log", () -> chunk -> seen.add(tenant.get()))
              .context(tenants)
              .build();
      tenant.set("blue");
      pipeline.start(request).result().toCompletableFuture().join();
    }
    assertThat(seen).isNotEmpty().containsOnly("blue");
  }

  @Test
  void aSinkNoticesInSilenceThatItsReaderHasLeft() {
    try (var transport = ScriptedTransport.playing(AnswerScript.silence().text("Hello"))) {
      PipelineResult result =
          Pipeline.from(transport)
              .to("browser", () -> new BrowserSink(new LeftBrowser()))
              .build()
              .start(request)
              .result()
              .toCompletableFuture()
              .join();
      assertThat(result.outcome().failure().orElseThrow().message())
          .isEqualTo("no sink is left: sink 'browser': the browser has left");
    }
  }

  @Test
  void aFutureThatTimesOutStopsTheRun() {
    try (var transport = ScriptedTransport.playing(AnswerScript.silence())) {
      Run run = Pipeline.from(transport).to("nothing", () -> chunk -> {}).build().start(request);
      CompletableFuture<PipelineResult> future =
          run.result().toCompletableFuture().orTimeout(20, TimeUnit.MILLISECONDS);
      assertThatThrownBy(future::join).hasCauseInstanceOf(TimeoutException.class);
      assertThat(run.result().toCompletableFuture().join().outcome().status())
          .isEqualTo(Status.STOPPED);
    }
  }

  /** Sends an answer to a browser, and a comment for each quarter of a second without a chunk. */
  private static final class BrowserSink implements Sink {
    private final OutputStream browser;

    BrowserSink(OutputStream browser) {
      this.browser = browser;
    }

    @Override
    public Optional<Duration> idleInterval() {
      return Optional.of(Duration.ofMillis(250));
    }

    @Override
    public void onIdle(Duration silence) throws IOException {
      send(": nothing new\n\n"); // throws if the browser has left, and the stream stops
    }

    @Override
    public void onChunk(Chunk chunk) throws IOException {
      send("data: " + chunk.json() + "\n\n");
    }

    private void send(String event) throws IOException {
      browser.write(event.getBytes(StandardCharsets.UTF_8));
      browser.flush();
    }
  }

  /** Takes chunks, and has left when a comment comes. */
  private static final class LeftBrowser extends OutputStream {
    @Override
    public void write(int single) {}

    @Override
    public void write(byte[] event, int offset, int length) throws IOException {
      if (event[offset] == ':') {
        throw new IOException("the browser has left");
      }
    }
  }
}
