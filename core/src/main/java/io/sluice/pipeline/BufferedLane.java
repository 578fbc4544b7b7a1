package io.sluice.pipeline;

import io.sluice.context.ContextPropagation.Captured;
import io.sluice.pipeline.SinkFailure.Phase;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.thread.DaemonThreads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets a sink fall behind by a bounded number of calls: a thread of its own makes them. The thread
 * ends when it has nothing left to do at the end of the stream, or when the sink is retired.
 */
final class BufferedLane implements Lane {

  private final DirectLane sink;
  private final Buffering buffering;
  private final Captured caller;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Runnable> calls = new ArrayDeque<>();
  private boolean last;
  private boolean working;

  /**
   * @param caller the context in which the sink is called
   */
  BufferedLane(DirectLane sink, Buffering buffering, Captured caller) {
    this.sink = sink;
    this.buffering = buffering;
    this.caller = caller;
  }

  @Override
  public boolean live() {
    return sink.live();
  }

  @Override
  public void open(StreamContext context) {
    sink.open(context);
    if (!sink.live()) {
      return;
    }
    working = true;
    try {
      DaemonThreads.named("sluice-sink-" + sink.name() + "-").newThread(this::work).start();
    } catch (Throwable noThread) {
      working = false;
      sink.retire(Phase.OPEN, noThread);
    }
  }

  @Override
  public void retry(Retry retry) {
    enqueue(Phase.RETRY, () -> sink.retry(retry));
  }

  @Override
  public void chunk(Chunk chunk) {
    enqueue(Phase.CHUNK, () -> sink.chunk(chunk));
  }

  /** Of silence that ends with a call that waits already, nothing is said. */
  @Override
  public void idle(Duration silence) {
    lock.lock();
    try {
      if (working && calls.isEmpty()) {
        calls.add(() -> sink.idle(silence));
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void retire(Phase phase, Throwable cause) {
    sink.retire(phase, cause);
  }

  @Override
  public void drain() {
    lock.lock();
    try {
      last = true;
      changed.signalAll();
      while (working) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void end(Outcome outcome) {
    sink.end(outcome);
  }

  @Override
  public void close() {
    drain();
    sink.close();
  }

  private void enqueue(Phase phase, Runnable call) {
    if (!taken(call)) {
      sink.retire(
          phase,
          new IllegalStateException(
              "fell more than "
                  + buffering.capacity()
                  + " chunks behind; give it a larger buffer, or one that blocks"));
    }
  }

  /** Waits for room where the stream is to wait for this sink; false if there is none. */
  private boolean taken(Runnable call) {
    lock.lock();
    try {
      while (working && sink.live() && calls.size() >= buffering.capacity()) {
        if (buffering.overflow() == Overflow.RETIRE) {
          calls.clear();
          return false;
        }
        changed.awaitUninterruptibly();
      }
      if (working && sink.live()) {
        calls.add(call);
        changed.signalAll();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    try {
      for (Runnable call = next(); call != null; call = next()) {
        caller.run(call);
        Thread.interrupted(); // What one call left set is not for the next.
      }
    } finally {
      lock.lock();
      try {
        working = false;
        calls.clear();
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** The next call; null if there will be none. */
  private @Nullable Runnable next() {
    lock.lock();
    try {
      while (calls.isEmpty() && !last && sink.live()) {
        changed.awaitUninterruptibly();
      }
      changed.signalAll();
      return sink.live() ? calls.poll() : null;
    } finally {
      lock.unlock();
    }
  }
}
