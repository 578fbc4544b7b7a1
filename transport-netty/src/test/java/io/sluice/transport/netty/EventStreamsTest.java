package io.sluice.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.stream.Timeouts;
import io.sluice.wire.WireEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class EventStreamsTest {

  @Test
  void aFileIsDecodedToItsEnd() throws Exception {
    List<String> seen = new ArrayList<>();
    byte[] bytes = "retry: 5\ndata: a\n\n: c\n\ndata: b".getBytes(StandardCharsets.UTF_8);
    EventStreams.read(new ByteArrayInputStream(bytes), event -> seen.add(kind(event)));
    assertThat(seen).containsExactly("ReconnectionTime", "Data", "Comment", "Unfinished");
  }

  @Test
  void badBytesInAnIdAreReplacedAsTheEncodingStandardCountsThem() throws Exception {
    List<String> ids = new ArrayList<>();
    byte[] bytes = "id: <\u00ed\u00a0\u0080>\ndata: a\n\n".getBytes(StandardCharsets.ISO_8859_1);
    EventStreams.read(
        new ByteArrayInputStream(bytes), event -> ids.add(((WireEvent.Data) event).id()));
    assertThat(ids).containsExactly("<\uFFFD\uFFFD\uFFFD>");
  }

  @Test
  void whatTheConsumerThrowsComesThroughAndIsTheLastThingItIsAskedFor() {
    byte[] bytes = "data: a\n\n".repeat(9).getBytes(StandardCharsets.UTF_8);
    for (Throwable thrown : List.of(new IllegalStateException("full"), new AssertionError("no"))) {
      List<String> seen = new ArrayList<>();

      assertThatThrownBy(
              () ->
                  EventStreams.read(
                      new ByteArrayInputStream(bytes),
                      event -> {
                        seen.add(kind(event));
                        refuse(thrown);
                      }))
          .isSameAs(thrown);
      assertThat(seen).containsExactly("Data");
    }
  }

  @Test
  void aUrlIsDecodedToItsEnd() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (var server =
        RawServer.playing(
            peer -> {
              peer.readRequest();
              peer.write(Wire.HEAD + "{odd\n\ndata: a\n\n");
            })) {
      get(server, seen);
      assertThat(server.requests().get(0).line()).isEqualTo("GET /events?x=1 HTTP/1.1");
      assertThat(server.requests().get(0).field("Accept")).isEqualTo("text/event-stream");
    }
    assertThat(seen).containsExactly("UnknownField", "Data");
  }

  @Test
  void anotherContentTypeOrStatusIsRefusedWithoutAnEvent() throws Exception {
    assertRefused(
        Wire.response(200, "Content-Type: application/json\r\n", "data: a\n\n"),
        "the content type is 'application/json'; an event stream's is 'text/event-stream'");
    assertRefused(
        Wire.response(404, "Content-Type: text/event-stream\r\n", "data: a\n\n"),
        "the server answered 404; an event stream comes with 200");
  }

  private static void assertRefused(String response, String line) throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (var server =
        RawServer.playing(
            peer -> {
              peer.readRequest();
              peer.write(response);
              peer.awaitClose();
            })) {
      assertThatThrownBy(() -> get(server, seen))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith(line);
    }
    assertThat(seen).isEmpty();
  }

  private static void get(RawServer server, List<String> seen) throws IOException {
    EventStreams.get(
        URI.create("http://127.0.0.1:" + server.port() + "/events?x=1"),
        Timeouts.defaults().idle(Duration.ofSeconds(20)),
        Proxies.none(),
        event -> seen.add(kind(event)));
  }

  private static void refuse(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  private static String kind(WireEvent event) {
    return event.getClass().getSimpleName();
  }
}
