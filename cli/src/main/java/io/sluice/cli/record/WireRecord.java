package io.sluice.cli.record;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.WireTap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the body of the answer as it came. It is told the bytes as a tap; as a sink it is opened
 * before anything is sent, and says what it could not write without ending the answer. Mutable; the
 * transport's thread writes while the pipeline's does the rest.
 */
public final class WireRecord implements Sink, WireTap {
  /** The name of the record among the sinks of a pipeline. */
  public static final String NAME = "record";

  /** Longer than the transport waits for the end of a body that has said all it had to say. */
  private static final long PATIENCE_MILLIS = 2_000;

  private final RecordPlace place;
  private volatile @Nullable IOException refused;
  private boolean coming;

  WireRecord(RecordPlace place) {
    this.place = place;
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    place.open();
  }

  @Override
  public void sent() {
    write(place::restart);
  }

  @Override
  public void bytes(ByteBuffer bytes) {
    come(true);
    write(() -> place.write(bytes));
  }

  @Override
  public void end() {
    come(false);
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    settle();
  }

  /** The last bytes may follow the end of the answer; a stopped run does not wait for them. */
  @Override
  public void onEnd(Outcome outcome) throws IOException {
    if (outcome.status() != Status.STOPPED) {
      awaitTheLastBytes();
    }
    settle();
  }

  @Override
  public void close() throws IOException {
    place.close();
  }

  private void settle() throws IOException {
    place.settle();
    IOException failure = refused;
    if (failure != null) {
      throw failure;
    }
  }

  private void write(Writing writing) {
    try {
      if (refused == null) {
        writing.run();
      }
    } catch (IOException failure) {
      refused = failure;
    }
  }

  private synchronized void come(boolean more) {
    coming = more;
    notifyAll();
  }

  private synchronized void awaitTheLastBytes() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    try {
      long left = PATIENCE_MILLIS;
      while (coming && left > 0) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    } catch (InterruptedException kept) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Writing {
    void run() throws IOException;
  }
}
