package io.sluice.transport.netty;

import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retries;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Streams from a scripted server, and what is asserted of how they ended. */
public final class Streams {

  public static final ChatRequest REQUEST = ChatRequest.of("m", "Hello?");

  public static final StreamOptions OPTIONS =
      StreamOptions.defaults().retries(new Retries(2, Duration.ofMillis(1), Duration.ofMillis(2)));

  private Streams() {}

  public static RawServer.Script sending(String bytes) {
    return peer -> {
      peer.readRequest();
      peer.write(bytes);
      peer.socket().shutdownOutput();
      peer.awaitClose();
    };
  }

  public static Outcome outcome(RawServer.Script... scripts) throws Exception {
    return outcome(OPTIONS, scripts);
  }

  public static Outcome outcome(StreamOptions options, RawServer.Script... scripts)
      throws Exception {
    try (var server = RawServer.playing(scripts);
        var transport = to(server);
        ChatStream stream = transport.stream(REQUEST, options)) {
      return drained(stream);
    }
  }

  public static Outcome drained(ChatStream stream) {
    try {
      stream.completion();
      return stream.outcome().toCompletableFuture().join();
    } catch (StreamException incomplete) {
      return incomplete.outcome();
    }
  }

  public static NettyTransport to(RawServer server) {
    return NettyTransport.builder(Endpoint.of(server.url())).proxies(Proxies.none()).build();
  }

  public static List<Kind> kinds(Outcome outcome) {
    return outcome.irregularities().stream().map(Irregularity::kind).toList();
  }

  public static void assertCompleted(Outcome outcome, String text) {
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.completion().text()).isEqualTo(text);
  }

  public static void assertTruncated(Outcome outcome, String text) {
    assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
    assertThat(outcome.completion().text()).isEqualTo(text);
    assertThat(outcome.failure()).containsInstanceOf(Failure.Connection.class);
  }

  public static void assertTimedOut(Outcome outcome, Failure.Timer which) {
    assertThat(outcome.status()).isEqualTo(Status.TIMED_OUT);
    assertThat(outcome.failure())
        .get()
        .isInstanceOfSatisfying(
            Failure.TimedOut.class, failure -> assertThat(failure.which()).isEqualTo(which));
  }

  public static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
