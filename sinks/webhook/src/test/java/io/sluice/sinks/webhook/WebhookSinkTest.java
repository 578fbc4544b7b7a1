package io.sluice.sinks.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.SinkFailure;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Status;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.ScriptedTransport;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookSinkTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Duration> pauses = new ArrayList<>();
  private Hook hook;

  @BeforeEach
  void listen() throws IOException {
    hook = new Hook();
  }

  @AfterEach
  void stopListening() {
    hook.close();
  }

  @Test
  void theAnswerIsPostedOnceWhenItHasEnded() {
    PipelineResult result = play(AnswerScript.answer("All ", "is well."), sink());

    assertThat(result.sinkFailures()).isEmpty();
    assertThat(hook.posted()).hasSize(1);
    Hook.Posted posted = hook.posted().get(0);
    assertThat(posted.method()).isEqualTo("POST");
    assertThat(posted.path()).isEqualTo("/T0PSECRET?token=s3cret");
    assertThat(posted.headers().getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(posted.headers().getFirst("Upgrade")).isNull();
    assertThat(posted.body())
        .contains("\"content\":\"All is well.\"", "\"status\":\"completed\"", "\"chunks\":5");
  }

  @Test
  void anAnswerThatWasCutIsPostedAsOne() {
    play(AnswerScript.silence().text("All ").cut(), sink());

    assertThat(hook.posted())
        .singleElement()
        .extracting(Hook.Posted::body)
        .asString()
        .contains("\"content\":\"All \"", "\"status\":\"truncated\"", "\"error\":");
  }

  @Test
  void whatMayPassIsTriedAgainUnderTheSameKey() {
    hook.answering(503, 429);

    PipelineResult result = play(AnswerScript.answer("a"), sink());

    assertThat(result.sinkFailures()).isEmpty();
    assertThat(hook.posted()).hasSize(3);
    assertThat(hook.posted().stream().map(posted -> posted.headers().getFirst("Idempotency-Key")))
        .doesNotContainNull()
        .containsOnly(hook.posted().get(0).headers().getFirst("Idempotency-Key"));
    assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));
  }

  @Test
  void whatDoesNotPassIsReportedWithoutTheSecretsOfTheUrl() {
    hook.answering(500, 502, 503);

    assertThat(complaint(play(AnswerScript.answer("a"), sink())))
        .isEqualTo("sink 'webhook': http://" + hook.host() + " answered 503 in 3 attempts");
  }

  @Test
  void aRefusalIsNotTriedAgain() {
    hook.answering(404);

    assertThat(complaint(play(AnswerScript.answer("a"), sink())))
        .isEqualTo(
            "sink 'webhook': http://"
                + hook.host()
                + " answered 404; check the URL and the headers");
    assertThat(hook.posted()).hasSize(1);
  }

  @Test
  void aRedirectIsNotFollowed() {
    hook.answering(307);

    assertThat(complaint(play(AnswerScript.answer("a"), sink())))
        .isEqualTo(
            "sink 'webhook': http://"
                + hook.host()
                + " answered 307, which leads elsewhere; give that URL");
    assertThat(hook.posted()).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                WebhookSink.to(
                    "http://h",
                    HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()))
        .withMessage("the client follows redirects; use Redirect.NEVER");
  }

  @Test
  void nobodyThereIsReportedOnceTheAnswerIsComplete() {
    hook.close();

    PipelineResult result = play(AnswerScript.answer("a"), sink());

    assertThat(result.outcome().status()).isEqualTo(Status.COMPLETED);
    assertThat(complaint(result))
        .isEqualTo("sink 'webhook': http://" + hook.host() + " cannot be reached in 3 attempts");
    assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  @Test
  void aServerThatRefusesTheHandshakeIsNotTriedAgain() throws IOException {
    try (var refusing = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      // Not in the common pool: the client may need its one thread.
      var answering = new Thread(() -> refuseTheHandshake(refusing), "refusing");
      answering.setDaemon(true);
      answering.start();
      String url = "https://127.0.0.1:" + refusing.getLocalPort();

      assertThat(complaint(play(AnswerScript.answer("a"), WebhookSink.to(url, client))))
          .isEqualTo(
              "sink 'webhook': "
                  + url
                  + " is not trusted, or speaks no TLS; check its certificate");
    }
  }

  @Test
  void somebodyWhoDoesNotAnswerIsWaitedForWithALimit() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silent.getLocalPort();
      WebhookSink sink = WebhookSink.to(url, client).limits(Duration.ofMillis(200), 0, 1 << 20);

      assertThat(complaint(play(AnswerScript.answer("a"), sink)))
          .isEqualTo("sink 'webhook': " + url + " did not answer in time");
    }
  }

  @Test
  void anAnswerBeyondTheLimitIsNotPosted() {
    AnswerScript big = AnswerScript.of(Chunks.text("x".repeat(2_000)), Chunks.finish()).done();
    WebhookSink sink = sink().limits(Duration.ofSeconds(5), 0, 1_000);

    assertThat(complaint(play(big, sink)))
        .matches("sink 'webhook': the answer takes \\d+ bytes and was not posted; raise limit");
    assertThat(hook.posted()).isEmpty();
  }

  @Test
  void aUserInTheUrlAndHeadersAreSentAndNeverShown() {
    String url = "http://anna:p%40ss@" + hook.host() + "/x";
    WebhookSink sink = WebhookSink.to(url, client).header("X-Key", "s3cret");

    play(AnswerScript.answer("a"), sink);

    Hook.Posted posted = hook.posted().get(0);
    String basic = Base64.getEncoder().encodeToString("anna:p@ss".getBytes(UTF_8));
    assertThat(posted.headers().getFirst("Authorization")).isEqualTo("Basic " + basic);
    assertThat(posted.headers().getFirst("X-Key")).isEqualTo("s3cret");
    assertThat(WebhookTarget.of(url).with("X-Key", "s3cret").toString())
        .isEqualTo("http://" + hook.host());
  }

  @Test
  void nothingIsPostedOfARunThatSentNothing() {
    Sink broken =
        new Sink() {
          @Override
          public void onOpen(StreamContext context) {
            throw new IllegalStateException("no luck");
          }

          @Override
          public void onChunk(Chunk chunk) {}
        };
    Pipeline.from(ScriptedTransport.answering("a"))
        .to("webhook", sink())
        .to("broken", broken)
        .build()
        .start(ChatRequest.of("m", "hi"))
        .result()
        .toCompletableFuture()
        .join();

    assertThat(hook.posted()).isEmpty();
  }

  /**
   * Reads the whole first message, then sends the alert handshake_failure (RFC 8446, section 6.2).
   * An answer in plain text will not do: a JDK's client that has just started may not notice it,
   * and waits for its whole timeout.
   */
  private static void refuseTheHandshake(ServerSocket server) {
    try (Socket client = server.accept()) {
      var said = new DataInputStream(client.getInputStream());
      said.skipNBytes(3); // type and version
      said.skipNBytes(said.readUnsignedShort());
      client.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 40});
      said.readAllBytes();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private WebhookSink sink() {
    return WebhookSink.to(hook.url(), client).pausing(pauses::add);
  }

  private static String complaint(PipelineResult result) {
    assertThat(result.sinkFailures()).hasSize(1);
    return result.sinkFailures().stream().map(SinkFailure::message).findFirst().orElseThrow();
  }

  private static PipelineResult play(AnswerScript script, WebhookSink sink) {
    return Pipeline.from(ScriptedTransport.playing(script))
        .to("webhook", sink)
        .to("beside", chunk -> {})
        .build()
        .start(ChatRequest.of("m", "Is all well?"))
        .result()
        .toCompletableFuture()
        .join();
  }
}
