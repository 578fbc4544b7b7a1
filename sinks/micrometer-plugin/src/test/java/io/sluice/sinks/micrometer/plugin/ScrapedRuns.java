package io.sluice.sinks.micrometer.plugin;

import io.sluice.chat.ChatRequest;
import io.sluice.observe.ProgramMeter;
import io.sluice.pipeline.Pipeline;
import io.sluice.plugin.Plugins;
import io.sluice.plugin.SinkSpec;
import io.sluice.sink.Sink;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs with the sink as the command has it, and what is read of them. */
final class ScrapedRuns implements AutoCloseable {

  private final Plugins plugins = Plugins.load(List.of(), Map.of());
  private final HttpClient client = HttpClient.newHttpClient();

  /** One that completes after a retry, with an oddity; one that fails; one that is cut. */
  void play() throws IOException {
    play(
        AnswerScript.silence()
            .retry()
            .chunk(Chunks.text("The "))
            .text("Danube.")
            .chunk(Chunks.finish())
            .chunk(Chunks.usage(11, 3))
            .done());
    play(
        AnswerScript.silence()
            .end(
                new End.Failed(
                    new Failure.Provider(
                        Optional.of("rate_limit_exceeded"), Optional.empty(), "Slow down."))));
    play(AnswerScript.silence().text("The Da").cut());
  }

  /** Has the sink report a figure of the program, before anything is played. */
  void watch(ProgramMeter meter) {
    plugins.sinks().get("micrometer").watch(meter);
  }

  private void play(AnswerScript script) throws IOException {
    Sink sink = plugins.sink(SinkSpec.parse("micrometer:port=0"));
    Pipeline.from(ScriptedTransport.playing(script))
        .to("meters", sink)
        .to("beside", chunk -> {})
        .build()
        .start(ChatRequest.of("gpt-4o-mini", "Name a river."))
        .result()
        .toCompletableFuture()
        .join();
  }

  int port() {
    var factory = (MicrometerSinkFactory) plugins.sinks().get("micrometer");
    return factory.port("127.0.0.1", 0);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI url = URI.create("http://127.0.0.1:" + port() + path);
    return client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    plugins.close();
  }
}
