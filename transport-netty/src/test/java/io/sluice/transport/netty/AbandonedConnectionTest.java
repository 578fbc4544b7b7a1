package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.OPTIONS;
import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Streams.to;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Nothing between the socket and the reader holds what the reader holds. */
class AbandonedConnectionTest {

  private static final int COLLECTIONS = 100;
  private static final long COLLECTION_MILLIS = 100;

  @Test
  void anAnswerThatNobodyCanReadAnyMoreIsHungUpOn() throws Exception {
    var closed = new CountDownLatch(1);
    try (var server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(HEAD + text("a"));
                  try {
                    peer.awaitClose();
                  } catch (IOException reset) {
                    // That is closed as well.
                  }
                  closed.countDown();
                });
        var transport = to(server)) {
      readOneAndDropTheRest(transport);

      for (int i = 0; i < COLLECTIONS && closed.getCount() > 0; i++) {
        System.gc();
        closed.await(COLLECTION_MILLIS, TimeUnit.MILLISECONDS);
      }

      assertThat(closed.getCount()).isZero();
    }
  }

  private static void readOneAndDropTheRest(NettyTransport transport) {
    assertThat(transport.stream(REQUEST, OPTIONS).iterator().next().text()).isEqualTo("a");
  }
}
