package io.sluice.stream;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A stream pulled by a thread that waits. Mutable; for one thread at a time. */
final class Pull implements Iterator<Chunk> {

  private final FedStream stream;
  private @Nullable Chunk next;

  Pull(FedStream stream) {
    this.stream = stream;
  }

  @Override
  public boolean hasNext() {
    if (Thread.currentThread().isInterrupted()) {
      stream.close();
    }
    stream.start();
    while (next == null) {
      next = stream.take();
      if (next == null) {
        Outcome ending = stream.ending();
        if (ending != null) {
          return ended(ending);
        }
        stream.await();
      }
    }
    return true;
  }

  @Override
  public Chunk next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException("the stream has ended");
    }
    Chunk chunk = next;
    next = null;
    return chunk;
  }

  private static boolean ended(Outcome ending) {
    if (ending.status() != Status.COMPLETED) {
      throw new StreamException(ending);
    }
    return false;
  }
}
