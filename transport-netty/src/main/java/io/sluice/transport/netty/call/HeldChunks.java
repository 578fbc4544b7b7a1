package io.sluice.transport.netty.call;

import io.sluice.stream.Chunk;
import io.sluice.stream.FinishedChoices;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds chunks back as long as nothing was said, so that a request can be made again after an error
 * that comes behind them; and always the latest, which may be the error itself. Mutable; confined
 * to its event loop.
 */
final class HeldChunks {
  /** More chunks than this that say nothing are delivered all the same. */
  private static final int MOST = 64;

  private final Consumer<Chunk> delivery;
  private final Queue<Chunk> silent = new ArrayDeque<>(2);
  private final FinishedChoices choices = new FinishedChoices();
  private @Nullable Chunk latest;
  private boolean said;

  HeldChunks(Consumer<Chunk> delivery) {
    this.delivery = delivery;
  }

  /** The next chunk, of which it is not known yet whether it reports an error. */
  void add(Chunk chunk) {
    settle();
    latest = chunk;
  }

  /** The latest chunk reports no error. */
  void settle() {
    Chunk chunk = latest;
    latest = null;
    if (chunk == null) {
      return;
    }
    if (said) {
      delivery.accept(chunk);
      return;
    }
    silent.add(chunk);
    choices.add(chunk);
    if (choices.anyAnswer() || silent.size() > MOST) {
      release();
    }
  }

  /** Delivers everything: no error can undo it any more. */
  void release() {
    said = true;
    settle();
    for (Chunk chunk = silent.poll(); chunk != null; chunk = silent.poll()) {
      delivery.accept(chunk);
    }
  }

  /** Takes what was not delivered, in order. */
  List<Chunk> take() {
    Chunk chunk = latest;
    latest = null;
    if (chunk != null) {
      silent.add(chunk);
    }
    List<Chunk> held = List.copyOf(silent);
    silent.clear();
    return held;
  }
}
