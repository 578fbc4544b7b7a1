package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.OPTIONS;
import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Streams.drained;
import static io.sluice.transport.netty.Streams.sending;
import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.response;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.observe.ObservedStream;
import io.sluice.observe.SentRequest;
import io.sluice.observe.StreamObservation;
import io.sluice.observe.StreamObserver;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Outcome;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.text.HeaderField;
import io.sluice.wire.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the observers of a transport are told, against bytes on a socket. */
class ObserversTest {

  private static final String ANSWER = HEAD + text("a") + text("b") + finish("stop") + DONE;
  private static final String BUSY = response(503, "Connection: close\r\nRetry-After: 0\r\n", "{}");

  private final Recorder recorder = new Recorder();

  @Test
  void everythingIsToldInOrder() throws Exception {
    try (var server = RawServer.playing(sending(BUSY), sending(ANSWER));
        var transport = observed(server, recorder)) {
      drained(transport.stream(REQUEST, OPTIONS.attribute("tenant", "acme")));

      recorder.assertTold(
          "started m acme",
          "sent 1",
          "head 503",
          "retried 2",
          "sent 2",
          "head 200",
          "first token",
          "ended COMPLETED");
    }
    assertThat(recorder.told).isEmpty();
  }

  @Test
  void anObserverAddsFieldsToTheRequestsOfItsStreamButNoSecret() throws Exception {
    StreamObserver tracing = stream -> new Fields(new HeaderField("traceparent", "00-1-2-01"));
    StreamObserver nosy = stream -> new Fields(new HeaderField("Authorization", "Bearer other"));
    try (var server = RawServer.playing(sending(ANSWER));
        var transport =
            NettyTransport.builder(Endpoint.of(server.url()).withKey("k"))
                .observer(tracing)
                .observer(nosy)
                .build()) {
      drained(transport.stream(REQUEST));

      RawServer.Request request = server.requests().get(0);
      assertThat(request.field("traceparent")).isEqualTo("00-1-2-01");
      assertThat(request.field("Authorization")).isEqualTo("Bearer k");
    }
  }

  @Test
  void requestIsToldWithoutItsSecrets() throws Exception {
    try (var server = RawServer.playing(sending(ANSWER));
        var transport = observed(server, recorder)) {
      drained(transport.stream(REQUEST));

      SentRequest request = recorder.requests.take();
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.url()).endsWith("/v1/chat/completions");
      assertThat(request.fields()).containsEntry("Authorization", "***");
      assertThat(request.body()).contains("\"model\":\"m\"").doesNotContain("sk-live-4242");
      assertThat(request.toString()).doesNotContain("sk-live-4242");
    }
  }

  @Test
  void stopIsToldAndNothingAfterIt() throws Exception {
    try (var server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(HEAD + text("a"));
                  peer.awaitClose();
                });
        var transport = observed(server, recorder)) {
      ChatStream stream = transport.stream(REQUEST);
      stream.iterator().next();
      stream.close();

      recorder.assertTold("started m none", "sent 1", "head 200", "first token", "ended STOPPED");
    }
    assertThat(recorder.told).isEmpty();
  }

  @Test
  void streamThatNeverBeginsIsNotTold() throws Exception {
    try (var server = RawServer.playing(sending(ANSWER));
        var transport = observed(server, recorder)) {
      transport.stream(REQUEST).close();
      drained(transport.stream(REQUEST));

      assertThat(recorder.told.poll(20, TimeUnit.SECONDS)).isEqualTo("started m none");
      recorder.assertTold("sent 1", "head 200", "first token", "ended COMPLETED");
    }
  }

  @Test
  void whatObserversThrowHarmsNeitherStreamNorOtherObservers() throws Exception {
    StreamObserver useless =
        stream -> {
          throw new IllegalStateException("useless");
        };
    StreamObserver clumsy = stream -> new Clumsy();
    try (var server = RawServer.playing(sending(ANSWER));
        var transport = observed(server, useless, clumsy, recorder)) {
      Outcome outcome = drained(transport.stream(REQUEST));

      assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
      recorder.assertTold("started m none", "sent 1", "head 200", "first token", "ended COMPLETED");
    }
  }

  @Test
  void transportsToOtherServersHaveTheSameObservers() throws Exception {
    try (var server = RawServer.playing(sending(ANSWER));
        var transport = observed(server, recorder);
        var other = transport.at(Endpoint.of(server.url()))) {
      drained(other.stream(REQUEST));

      recorder.assertTold("started m none", "sent 1", "head 200", "first token", "ended COMPLETED");
    }
  }

  private static NettyTransport observed(RawServer server, StreamObserver... observers) {
    NettyTransport.Builder builder =
        NettyTransport.builder(Endpoint.of(server.url()).withKey("sk-live-4242"))
            .proxies(Proxies.none());
    List.of(observers).forEach(builder::observer);
    return builder.build();
  }

  private static final class Recorder implements StreamObserver {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<SentRequest> requests = new LinkedBlockingQueue<>();

    @Override
    public StreamObservation started(ObservedStream stream) {
      String tenant = stream.options().attributes().getOrDefault("tenant", "none");
      told.add("started " + stream.request().model() + " " + tenant);
      return new Notes(this);
    }

    private void assertTold(String... words) throws InterruptedException {
      for (String word : words) {
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(word);
      }
    }
  }

  private static final class Notes implements StreamObservation {
    private final Recorder recorder;

    Notes(Recorder recorder) {
      this.recorder = recorder;
    }

    @Override
    public void sent(SentRequest request) {
      recorder.told.add("sent " + request.attempt());
      recorder.requests.add(request);
    }

    @Override
    public void head(ResponseHead head) {
      recorder.told.add("head " + head.status());
    }

    @Override
    public void retried(Retry retry) {
      recorder.told.add("retried " + retry.attempt());
    }

    @Override
    public void firstToken(Duration at) {
      recorder.told.add("first token");
    }

    @Override
    public void ended(Outcome outcome) {
      recorder.told.add("ended " + outcome.status());
    }
  }

  private static final class Clumsy implements StreamObservation {
    @Override
    public void sent(SentRequest request) {
      throw new IllegalStateException("sent");
    }

    @Override
    public void head(ResponseHead head) {
      throw new LinkageError("head");
    }

    @Override
    public void firstToken(Duration at) {
      throw new IllegalStateException("token");
    }

    @Override
    public void ended(Outcome outcome) {
      throw new IllegalStateException("ended");
    }
  }

  /** Adds a field. */
  private record Fields(HeaderField field) implements StreamObservation {
    @Override
    public List<HeaderField> headers() {
      return List.of(field);
    }
  }
}
