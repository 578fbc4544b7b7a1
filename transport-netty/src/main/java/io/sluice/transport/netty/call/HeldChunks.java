package io.sluice.transport.netty.call;

import io.sluice.accumulate.FinishedChoices;
import io.sluice.stream.Chunk;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds chunks back until one carries a part of the answer, so that a request can be repeated after
 * an error that follows them. It always holds the latest chunk, which may be the error itself.
 * Mutable; confined to its event loop.
 */
final class HeldChunks {
  /** The number of chunks without a part of the answer that are held back at most. */
  private static final int MOST = 64;

  private final Consumer<Chunk> delivery;
  private final Queue<Chunk> silent = new ArrayDeque<>(2);
  private final FinishedChoices choices = new FinishedChoices();
  private @Nullable Chunk latest;
  private boolean said;

  HeldChunks(Consumer<Chunk> delivery) {
    this.delivery = delivery;
  }

  /** Adds the next chunk, which may still turn out to report an error. */
  void add(Chunk chunk) {
    settle();
    latest = chunk;
  }

  /** Records that the latest chunk reports no error. */
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

  /** Delivers everything, once no error can lead to a retry any more. */
  void release() {
    said = true;
    settle();
    for (Chunk chunk = silent.poll(); chunk != null; chunk = silent.poll()) {
      delivery.accept(chunk);
    }
  }

  /** Removes and returns the chunks that were not delivered, in order. */
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
