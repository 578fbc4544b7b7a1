package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.OPTIONS;
import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Streams.drained;
import static io.sluice.transport.netty.Streams.sending;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.response;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.WireTap;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import io.sluice.wire.Fallback;
import io.sluice.wire.Framing;
import io.sluice.wire.HttpAnswer;
import io.sluice.wire.HttpCall;
import io.sluice.wire.OpenAiDialect;
import io.sluice.wire.WireEvent;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever code of others throws ends the stream at once, and frees its connection. */
class CodeOfOthersTest {
  private static final String REFUSAL = response(503, "Connection: close\r\n", "{}");

  @Test
  void aReaderThatThrowsFailsTheStream() throws Exception {
    var dialect =
        new Broken() {
          @Override
          public Reader reader() {
            return new Reader() {
              @Override
              public void read(WireEvent event, Duration at, Receiver receiver) {
                throw new AssertionError("reader");
              }

              @Override
              public void end(Receiver receiver) {}
            };
          }
        };
    assertFailed(outcome(dialect, OPTIONS, HEAD + text("a")), "reader");
  }

  @Test
  void aReaderThatThrowsAtTheEndFailsTheStream() throws Exception {
    var dialect =
        new Broken() {
          @Override
          public Reader reader() {
            return new Reader() {
              @Override
              public void read(WireEvent event, Duration at, Receiver receiver) {}

              @Override
              public void end(Receiver receiver) {
                throw new IllegalStateException("end");
              }
            };
          }
        };
    assertFailed(outcome(dialect, OPTIONS, HEAD + text("a")), "end");
  }

  @Test
  void aRefusalThatCannotBeReadFailsTheStream() throws Exception {
    var dialect =
        new Broken() {
          @Override
          public Failure.Http failure(HttpAnswer answer) {
            throw new IllegalStateException("failure");
          }
        };
    assertFailed(outcome(dialect, OPTIONS, REFUSAL), "failure");
  }

  @Test
  void aFallbackThatThrowsFailsTheStream() throws Exception {
    var dialect =
        new Broken() {
          @Override
          public Optional<Fallback> fallback(
              Failure.Http refusal, ChatRequest request, StreamOptions options) {
            throw new LinkageError("fallback");
          }
        };
    assertFailed(outcome(dialect, OPTIONS, REFUSAL), "fallback");
  }

  @Test
  void anObserverOfRetriesThatThrowsFailsTheStream() throws Exception {
    StreamOptions options =
        OPTIONS.onRetry(
            retry -> {
              throw new IllegalStateException("observer");
            });
    assertFailed(outcome(new Broken(), options, REFUSAL), "observer");
  }

  @Test
  void aTapThatThrowsBeforeAnythingIsSentFailsTheStream() throws Exception {
    assertFailed(outcome(new Broken(), OPTIONS.tap(new BrokenTap("sent")), HEAD), "sent");
  }

  @Test
  void aTapThatThrowsAtTheEndLeavesACompleteAnswerAlone() throws Exception {
    String whole = HEAD + text("a") + Wire.finish("stop") + Wire.DONE;
    Outcome outcome = outcome(new Broken(), OPTIONS.tap(new BrokenTap("end")), whole);
    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void aHeaderThatCannotBeWrittenFailsTheStream() throws Exception {
    var dialect =
        new Broken() {
          @Override
          public HttpCall call(Endpoint endpoint, ChatRequest request, StreamOptions options) {
            URI uri = URI.create(endpoint.baseUrl() + "/chat/completions");
            return HttpCall.post(uri, Map.of("X-Odd", "a\nb"), options.form(), "{}");
          }
        };
    assertFailed(outcome(dialect, OPTIONS, HEAD), "");
  }

  private static Outcome outcome(Dialect dialect, StreamOptions options, String answer)
      throws Exception {
    try (var server = RawServer.playing(sending(answer));
        var transport =
            NettyTransport.builder(Endpoint.of(server.url()))
                .proxies(Proxies.none())
                .dialect(dialect)
                .build();
        ChatStream stream = transport.stream(REQUEST, options)) {
      return drained(stream);
    }
  }

  private static void assertFailed(Outcome outcome, String thrown) {
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure()).containsInstanceOf(Failure.Protocol.class);
    assertThat(outcome.failure().orElseThrow().message()).endsWith(thrown).doesNotContain("\n");
    assertThat(outcome.timing().attempts()).isLessThanOrEqualTo(1);
  }

  /** The usual dialect, to be broken in one place. */
  private static class Broken implements Dialect {
    private final Dialect whole = new OpenAiDialect();

    @Override
    public String name() {
      return "broken";
    }

    @Override
    public HttpCall call(Endpoint endpoint, ChatRequest request, StreamOptions options) {
      return whole.call(endpoint, request, options);
    }

    @Override
    public Framing framing() {
      return whole.framing();
    }

    @Override
    public Reader reader() {
      return whole.reader();
    }

    @Override
    public Failure.Http failure(HttpAnswer answer) {
      return whole.failure(answer);
    }
  }

  private record BrokenTap(String at) implements WireTap {
    @Override
    public void sent() {
      breakAt("sent");
    }

    @Override
    public void bytes(ByteBuffer bytes) {}

    @Override
    public void end() {
      breakAt("end");
    }

    private void breakAt(String call) {
      if (call.equals(at)) {
        throw new IllegalStateException(call);
      }
    }
  }
}
