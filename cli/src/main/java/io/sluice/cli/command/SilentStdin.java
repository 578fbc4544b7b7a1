package io.sluice.cli.command;

import io.sluice.cli.terminal.Notices;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Says what the command waits for, if a pipe is silent for a second: else nothing would be seen
 * until it ends. Says it once, from a thread of its own.
 */
public final class SilentStdin implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 1;

  private final CountDownLatch over = new CountDownLatch(1);

  private SilentStdin() {}

  /** Begins to wait; {@link #close} ends it. */
  public static SilentStdin watch(Notices notices, String line) {
    var silent = new SilentStdin();
    var thread = new Thread(() -> silent.say(notices, line), "sluice-stdin");
    thread.setDaemon(true);
    thread.start();
    return silent;
  }

  private void say(Notices notices, String line) {
    try {
      if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        notices.notice(line);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
  }
}
