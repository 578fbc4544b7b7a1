package io.sluice.feed;

import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import java.lang.ref.Reference;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A stream pulled by a thread that waits. Mutable; for one thread at a time. */
final class Pull implements Iterator<Chunk> {

  /** Referenced so that the stream is not collected while this iterator is in use. */
  private final FedStream stream;

  private final Transfer transfer;
  private @Nullable Chunk next;

  Pull(FedStream stream, Transfer transfer) {
    this.stream = stream;
    this.transfer = transfer;
  }

  @Override
  public boolean hasNext() {
    try {
      if (Thread.currentThread().isInterrupted()) {
        transfer.stop();
      }
      begin();
      while (next == null) {
        next = transfer.take();
        if (next == null) {
          Outcome ending = transfer.ending();
          if (ending != null) {
            return ended(ending);
          }
          transfer.await();
        }
      }
      return true;
    } finally {
      Reference.reachabilityFence(stream);
    }
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

  private void begin() {
    if (!transfer.isStarted()) {
      stream.watch();
      transfer.start();
    }
  }

  private boolean ended(Outcome ending) {
    stream.unwatch();
    transfer.tellHere(ending);
    if (ending.status() != Status.COMPLETED) {
      throw new StreamException(ending);
    }
    return false;
  }
}
