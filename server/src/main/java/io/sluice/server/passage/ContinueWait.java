package io.sluice.server.passage;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the server to say that the body of a request may come, and has it said in its place
 * after a second. It is said once. Confined to its loop.
 */
final class ContinueWait {

  private static final long SECONDS = 1;

  private final EventLoop loop;
  private final Runnable say;
  private @Nullable Future<?> due;
  private boolean over = true;

  ContinueWait(EventLoop loop, Runnable say) {
    this.loop = loop;
    this.say = say;
  }

  /** Begins to wait; before that, there is nothing to say. */
  void begin() {
    over = false;
    due = loop.schedule(this::say, SECONDS, TimeUnit.SECONDS);
  }

  /** Says it now, unless it was said or is no longer waited for. */
  void say() {
    if (!over) {
      over();
      say.run();
    }
  }

  /** It is no longer waited for: the body comes, or an answer. */
  void over() {
    over = true;
    if (due != null) {
      due.cancel(false);
    }
  }
}
