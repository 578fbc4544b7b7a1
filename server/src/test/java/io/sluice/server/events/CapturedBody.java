package io.sluice.server.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.server.http.BodyWriter;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A client on a loop that turns when the test says so, with a clock of its own. */
final class CapturedBody implements BodyWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Queue<Timer> timers = new PriorityQueue<>(Comparator.comparingLong(Timer::due));
  private Runnable more = () -> {};
  private Runnable over = () -> {};
  private boolean reading = true;
  private boolean done;
  private boolean cut;
  private long now;

  long now() {
    return now;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  String text() {
    return bytes.toString(UTF_8);
  }

  boolean isOver() {
    return done;
  }

  boolean isCut() {
    return cut;
  }

  /** The client takes nothing any more. */
  void stopReading() {
    reading = false;
  }

  void readOn() {
    reading = true;
    more.run();
    turn();
  }

  void leave() {
    finish();
  }

  /** Runs what waits on the loop. */
  void turn() {
    for (Runnable task = next(); task != null; task = next()) {
      task.run();
    }
  }

  /** Lets time pass. */
  void pass(Duration time) {
    long until = now + time.toNanos();
    while (!timers.isEmpty() && timers.element().due() <= until) {
      Timer timer = timers.remove();
      now = timer.due();
      if (!done) {
        timer.task().run();
      }
      turn();
    }
    now = until;
  }

  @Override
  public boolean isWritable() {
    return reading && !done;
  }

  @Override
  public void write(byte[] more) {
    if (!done) {
      bytes.writeBytes(more);
    }
  }

  @Override
  public void end() {
    finish();
  }

  @Override
  public void cut() {
    cut = true;
    finish();
  }

  @Override
  public void whenWritable(Runnable again) {
    more = again;
  }

  @Override
  public void whenOver(Runnable last) {
    over = last;
  }

  @Override
  public synchronized void execute(Runnable task) {
    tasks.add(task);
  }

  @Override
  public void after(Duration delay, Runnable task) {
    timers.add(new Timer(now + delay.toNanos(), task));
  }

  private synchronized @Nullable Runnable next() {
    return tasks.poll();
  }

  private void finish() {
    if (!done) {
      done = true;
      over.run();
    }
  }

  private record Timer(long due, Runnable task) {}
}
