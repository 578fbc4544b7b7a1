package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.OPTIONS;
import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Streams.drained;
import static io.sluice.transport.netty.Streams.to;
import static io.sluice.transport.netty.Wire.CHUNKED_HEAD;
import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.chunked;
import static io.sluice.transport.netty.Wire.error;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.response;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.LeakPresenceDetector;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Retries;
import io.sluice.stream.Status;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** After a thousand streams that ended in every way there is. */
class NothingLeftBehindTest {

  private static final int MANY = 1_000;
  private static final int COLLECTIONS = 50;
  private static final long COLLECTION_MILLIS = 200;
  private static final long THREAD_MILLIS = 5_000;
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private static final List<String> ANSWERS =
      List.of(
          HEAD + text("a") + finish("stop") + DONE,
          HEAD + text("a") + finish("stop"),
          HEAD + text("a"),
          CHUNKED_HEAD + chunked(text("a")),
          HEAD + text("a") + error("no", "400"),
          HEAD + text("a") + "data: nope\n\n",
          HEAD + "<html>",
          response(401, "Connection: close\r\n", "{\"error\":\"no\"}"));

  private final ReferenceQueue<ChatStream> collected = new ReferenceQueue<>();
  private final Set<Reference<ChatStream>> streams = new HashSet<>();
  private final Set<Status> seen = EnumSet.noneOf(Status.class);

  @Test
  void noBufferSocketThreadTimerOrStreamRemains() throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(DESCRIPTORS), "no /proc to count descriptors in");
    play(20); // Whatever is opened once for all is opened now.
    long descriptors = descriptors();
    Set<Thread> threads = Thread.getAllStackTraces().keySet();

    play(MANY);

    assertThat(seen).containsExactlyInAnyOrder(Status.values());
    // A socket that is closed while a thread reads is let go of by that thread.
    assertThat(begunSince(threads)).isEmpty();
    assertThat(descriptors()).isLessThanOrEqualTo(descriptors);
    LeakPresenceDetector.check();
  }

  /** Threads that go on; one that is about to end is given the time. */
  private static List<Thread> begunSince(Set<Thread> before) throws InterruptedException {
    List<Thread> begun = new ArrayList<>(Thread.getAllStackTraces().keySet());
    begun.removeAll(before);
    for (Thread thread : begun) {
      thread.join(THREAD_MILLIS);
    }
    begun.removeIf(thread -> !thread.isAlive());
    return begun;
  }

  private void play(int times) throws Exception {
    var closed = new CountDownLatch(times);
    RawServer.Script[] scripts =
        Stream.iterate(0, n -> n + 1)
            .limit(times)
            .map(n -> script(n, closed))
            .toArray(RawServer.Script[]::new);
    try (var server = RawServer.playing(scripts);
        var transport = to(server)) {
      for (int n = 0; n < times; n++) {
        endOne(transport, n);
      }
      closed.await(); // Each connection, as its server sees it.
      assertThat(remaining()).as("streams that something still holds").isZero();
    }
  }

  private void endOne(NettyTransport transport, int number) {
    boolean silent = number % 10 == 8;
    Timeouts patience = Timeouts.defaults().idle(Duration.ofMillis(silent ? 10 : 20_000));
    StreamOptions options = OPTIONS.retries(Retries.none()).timeouts(patience);
    ChatStream stream = transport.stream(REQUEST, options);
    streams.add(new WeakReference<>(stream, collected));
    if (number % 10 == 9) {
      stream.iterator().next();
      stream.close();
    }
    seen.add(drained(stream).status());
  }

  private static RawServer.Script script(int number, CountDownLatch closed) {
    int kind = number % 10;
    return peer -> {
      peer.readRequest();
      peer.write(kind < ANSWERS.size() ? ANSWERS.get(kind) : HEAD + text("a"));
      if (kind < ANSWERS.size()) {
        peer.socket().shutdownOutput();
      }
      try {
        peer.awaitClose();
      } catch (IOException reset) {
        // That is closed as well.
      }
      closed.countDown();
    };
  }

  /** How many streams can still be reached, be it by a timer, once all others were collected. */
  private int remaining() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS && !streams.isEmpty(); i++) {
      System.gc();
      Reference<? extends ChatStream> gone = collected.remove(COLLECTION_MILLIS);
      while (gone != null) {
        streams.remove(gone);
        gone = collected.poll();
      }
    }
    return streams.size();
  }

  private static long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(DESCRIPTORS)) {
      return open.count();
    }
  }
}
