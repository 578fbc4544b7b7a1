package io.sluice.transport.netty;

import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.error;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.replay.Replay;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;
import io.sluice.wire.Framing;
import io.sluice.wire.WireEvent;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.ProtocolException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded event streams, through the decoder of live ones. */
class EventStreamReplayTest {

  @TempDir private Path folder;

  @Test
  void anEventStreamPlaysAsItWasReceived() throws Exception {
    Outcome outcome = played(text("Hel") + text("lo") + finish("stop") + DONE);
    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.completion().text()).isEqualTo("Hello");
    assertThat(outcome.chunks()).isEqualTo(3);
    assertThat(outcome.irregularities()).isEmpty();
  }

  @Test
  void anEventStreamThatWasCutIsTruncated() throws Exception {
    Outcome outcome = played(text("Hel") + "data: {\"choices\"");
    assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
    assertThat(outcome.completion().text()).isEqualTo("Hel");
  }

  @Test
  void anEventStreamWithAnErrorFailsAgain() throws Exception {
    Outcome outcome = played(text("Hel") + error("overloaded", "x"));
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure()).containsInstanceOf(Failure.Provider.class);
  }

  @Test
  void aLineBeyondTheBoundFailsAgain() throws Exception {
    Outcome outcome = played(text("Hel") + "data: " + "x".repeat(17 << 20));
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure()).containsInstanceOf(Failure.Protocol.class);
    assertThat(outcome.completion().text()).isEqualTo("Hel");
  }

  @Test
  void whatStandsBeforeTheDamageIsPlayedAndTheDamageIsTheEnd() throws Exception {
    Path file = Files.writeString(folder.resolve("a.sse"), text("Hel"));
    Replay replay = Replay.builder(file).events(EventStreamReplayTest::damagedAtTheEnd).build();

    Outcome outcome = played(replay);

    assertThat(outcome.completion().text()).isEqualTo("Hel");
    assertThat(outcome.failure()).contains(new Failure.Protocol("a wrong checksum", ""));
  }

  @Test
  void aRecordIsReadOnlyAsFastAsItIsAskedFor() throws Exception {
    Replay replay = replay(text("a").repeat(5_000) + finish("stop") + DONE);
    try (ChatStream stream = replay.open()) {
      int chunks = 0;
      for (Chunk chunk : stream) {
        chunks++;
        assertThat(chunk.json()).isNotEmpty();
      }
      assertThat(chunks).isEqualTo(5_001);
    }
  }

  @Test
  void anEventStreamNamesNeitherItsDialectNorItsRequest() throws Exception {
    Path file = Files.writeString(folder.resolve("a.sse"), DONE);
    Replay replay = Replay.builder(file).events(EventStreams::decoder).dialect(acme()).build();

    assertThat(replay.dialect()).isEqualTo("acme");
    assertThat(replay.request()).isEmpty();
  }

  @Test
  void aRecordIsPlayedAsOftenAsItIsOpened() throws Exception {
    Replay replay = replay(text("a") + finish("stop") + DONE);

    assertThat(replay.open().completion().text()).isEqualTo("a");
    assertThat(replay.open().completion().text()).isEqualTo("a");
  }

  @Test
  void aStopInTheMiddleLeavesTheFileAlone() throws Exception {
    ChatStream stream = replay(text("a").repeat(1_000)).open();
    assertThat(stream.iterator().next().text()).isEqualTo("a");
    stream.close();
    assertThat(stream.outcome().toCompletableFuture().join().status()).isEqualTo(Status.STOPPED);
  }

  private static Dialect acme() {
    return (Dialect)
        Proxy.newProxyInstance(
            Dialect.class.getClassLoader(),
            new Class<?>[] {Dialect.class},
            (proxy, method, arguments) ->
                method.getReturnType() == Framing.class ? Framing.SSE : "acme");
  }

  private Replay replay(String events) throws IOException {
    Path file = Files.writeString(folder.resolve("a.sse"), events);
    return Replay.builder(file).events(EventStreams::decoder).build();
  }

  private static BodyDecoder damagedAtTheEnd(Framing framing, InputStream in) {
    BodyDecoder whole = EventStreams.decoder(framing, in);
    return new BodyDecoder() {
      @Override
      public boolean decode(Consumer<WireEvent> events) throws IOException {
        whole.decode(events);
        throw new ProtocolException("a wrong checksum");
      }

      @Override
      public void close() throws IOException {
        whole.close();
      }
    };
  }

  private Outcome played(String events) throws IOException {
    return played(replay(events));
  }

  private static Outcome played(Replay replay) {
    try (ChatStream stream = replay.open()) {
      try {
        stream.completion();
      } catch (StreamException incomplete) {
        return incomplete.outcome();
      }
      return stream.outcome().toCompletableFuture().join();
    }
  }
}
