package io.sluice.server.passage;

import io.sluice.sink.Sink;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;

/** Sinks that take their first chunk when a test lets them. */
final class HeldSinks {

  private final CountDownLatch released = new CountDownLatch(1);

  void release() {
    released.countDown();
  }

  Sink sink() {
    return sink(new CountDownLatch(1));
  }

  /**
   * @param held counts down when the sink has its first chunk
   */
  Sink sink(CountDownLatch held) {
    return chunk -> {
      held.countDown();
      await();
    };
  }

  /** Waits as such a sink does. */
  void await() throws IOException {
    join(released);
  }

  static void join(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new InterruptedIOException();
    }
  }
}
