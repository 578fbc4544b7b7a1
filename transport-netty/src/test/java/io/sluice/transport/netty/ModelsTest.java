package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.sending;
import static io.sluice.transport.netty.Wire.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.stream.Failure;
import io.sluice.stream.FailureCategory;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retries;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import io.sluice.wire.Endpoint;
import io.sluice.wire.models.ListedModel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of models, against bytes on a socket. */
class ModelsTest {
  private static final StreamOptions ONCE = StreamOptions.defaults().retries(Retries.none());
  private static final StreamOptions QUICK =
      StreamOptions.defaults().retries(new Retries(2, Duration.ofMillis(1), Duration.ofMillis(1)));

  @Test
  void theListIsThatOfTheServer() throws Exception {
    try (RawServer server =
        RawServer.playing(sending(response(200, "", "{\"data\":[\"b\",\"a\"]}")))) {
      assertThat(names(server, ONCE)).containsExactly("b", "a");
      assertThat(server.requests().get(0).line()).isEqualTo("GET /v1/models HTTP/1.1");
      assertThat(server.requests().get(0).field("Authorization")).isEqualTo("Bearer sk-1");
      assertThat(server.requests().get(0).field("Content-Length")).isEmpty();
    }
  }

  @Test
  void pagesAreFetchedUntilTheLast() throws Exception {
    try (RawServer server =
        RawServer.playing(
            sending(response(200, "", "{\"data\":[\"a\"],\"has_more\":true,\"last_id\":\"x y\"}")),
            sending(response(200, "", "{\"data\":[\"b\"],\"has_more\":false}")))) {
      assertThat(names(server, ONCE)).containsExactly("a", "b");
      assertThat(server.requests().get(1).line()).isEqualTo("GET /v1/models?after=x+y HTTP/1.1");
    }
  }

  @Test
  void aServerThatRepeatsAPageHasNoMore() throws Exception {
    String page = "{\"data\":[\"a\"],\"has_more\":true,\"last_id\":\"x\"}";
    try (RawServer server = RawServer.playing(sending(response(200, "", page)))) {
      assertThat(names(server, ONCE)).containsExactly("a", "a");
    }
  }

  @Test
  void aBodyMayEndWithItsConnection() throws Exception {
    try (RawServer server =
        RawServer.playing(sending("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n[\"a\"]"))) {
      assertThat(names(server, ONCE)).containsExactly("a");
    }
  }

  @Test
  void transientFailuresAreRetriedAndTold() throws Exception {
    List<Retry> retries = new ArrayList<>();
    try (RawServer server =
        RawServer.playing(
            sending(response(503, "", "busy")),
            sending("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[\"a"),
            sending(response(200, "", "[\"a\"]")))) {
      assertThat(names(server, QUICK.onRetry(retries::add))).containsExactly("a");
    }
    assertThat(retries).extracting(Retry::attempt).containsExactly(2, 3);
  }

  @Test
  void aRefusalIsThatOfTheDialectWithoutTheKey() throws Exception {
    String body = "{\"error\":{\"message\":\"bad sk-secret-0123456789\",\"code\":\"x\"}}";
    try (RawServer server = RawServer.playing(sending(response(401, "", body)))) {
      Outcome outcome = refused(server, "sk-secret-0123456789", QUICK);

      assertThat(outcome.status()).isEqualTo(Status.FAILED);
      assertThat(outcome.timing().attempts()).isEqualTo(1);
      assertThat(outcome.failure().orElseThrow().category())
          .isEqualTo(FailureCategory.NOT_AUTHORISED);
      assertThat(outcome.failure().orElseThrow().message())
          .isEqualTo("the server answered 401: bad ***; check OPENAI_API_KEY");
    }
  }

  @Test
  void whatIsNoListFails() throws Exception {
    try (RawServer server = RawServer.playing(sending(response(200, "", "sk-secret-0123456789")))) {
      Outcome outcome = refused(server, "sk-secret-0123456789", QUICK);

      assertThat(outcome.failure().orElseThrow().message())
          .isEqualTo(
              "the server answered with no list of models, but with ***; check the base URL");
    }
  }

  @Test
  void compressionThatWasNotOfferedIsRefused() throws Exception {
    try (RawServer server =
        RawServer.playing(sending(response(200, "Content-Encoding: br\r\n", "xxxx")))) {
      assertThat(refused(server, "sk-1", ONCE).failure().orElseThrow().message())
          .startsWith("the answer is packed as 'br'");
    }
  }

  @Test
  void aListThatIsTooLongIsRefused() throws Exception {
    RawServer.Script endless =
        peer -> {
          peer.readRequest();
          peer.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n[\"");
          for (int i = 0; i < 17; i++) {
            peer.write("x".repeat(1 << 20));
          }
        };
    try (RawServer server = RawServer.playing(endless)) {
      assertThat(refused(server, "sk-1", ONCE).failure().orElseThrow().message())
          .contains("longer than 16777216 bytes");
    }
  }

  @Test
  void silenceEndsTheWait() throws Exception {
    RawServer.Script silent =
        peer -> {
          peer.readRequest();
          peer.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[");
          peer.awaitClose();
        };
    try (RawServer server = RawServer.playing(silent)) {
      Timeouts idle = Timeouts.defaults().idle(Duration.ofMillis(50));
      Timeouts total = Timeouts.defaults().total(Duration.ofMillis(50));

      Streams.assertTimedOut(refused(server, "sk-1", ONCE.timeouts(idle)), Failure.Timer.IDLE);
      Streams.assertTimedOut(refused(server, "sk-1", ONCE.timeouts(total)), Failure.Timer.TOTAL);
    }
  }

  @Test
  void anInterruptStopsIt() throws Exception {
    RawServer.Script silent =
        peer -> {
          peer.readRequest();
          peer.awaitClose();
        };
    try (RawServer server = RawServer.playing(silent)) {
      Thread.currentThread().interrupt();
      Outcome outcome = refused(server, "sk-1", ONCE);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(outcome.status()).isEqualTo(Status.STOPPED);
    }
  }

  @Test
  void aClosedTransportListsNothing() {
    NettyTransport transport = NettyTransport.open(Endpoint.of("http://127.0.0.1:9/v1"));
    transport.close();

    assertThatThrownBy(() -> transport.models(ONCE)).isInstanceOf(IllegalStateException.class);
  }

  private static List<String> names(RawServer server, StreamOptions options) throws IOException {
    try (NettyTransport transport = to(server, "sk-1")) {
      return transport.models(options).stream().map(ListedModel::name).toList();
    }
  }

  private static Outcome refused(RawServer server, String key, StreamOptions options) {
    try (NettyTransport transport = to(server, key)) {
      return catchThrowableOfType(StreamException.class, () -> transport.models(options)).outcome();
    }
  }

  private static NettyTransport to(RawServer server, String key) {
    return NettyTransport.builder(Endpoint.of(server.url()).withKey(key))
        .proxies(Proxies.none())
        .build();
  }
}
