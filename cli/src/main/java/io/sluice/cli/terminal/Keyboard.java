package io.sluice.cli.terminal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The keyboard of the terminal that the process was started at, whose keys are not shown while an
 * answer streams to it, also if stdin is a pipe. Without {@code stty} nothing changes. Each wait
 * for the terminal ends after {@value #PATIENCE_SECONDS} s. Thread-safe.
 */
public final class Keyboard {
  private static final int PATIENCE_SECONDS = 2;
  private static final String STOP = "TSTP";

  private final Optional<ExecutorService> changes;
  private final List<Runnable> resuming = new CopyOnWriteArrayList<>();

  private final AtomicInteger lent = new AtomicInteger();

  // Of the one thread that makes changes.
  private Optional<ModeShell> shell = Optional.empty();
  private int holds;

  private Keyboard(Optional<ExecutorService> changes) {
    this.changes = changes;
  }

  /** The keyboard of the controlling terminal. */
  static Keyboard ofTerminal() {
    return new Keyboard(Optional.of(Executors.newSingleThreadExecutor(Keyboard::daemon)));
  }

  /** No keyboard: no stream is a terminal on which keys would be shown. */
  public static Keyboard none() {
    return new Keyboard(Optional.empty());
  }

  /**
   * Hides the keys that are typed from now on. They stay for the program that reads the terminal
   * next, as the shell. Does not wait until they are hidden.
   */
  public Hold hide() {
    change(() -> hold("-echo"));
    return this::release;
  }

  /** Hides the keys that are typed from now on; this process can read each at once. */
  public Hold hideForReading() {
    await(change(() -> hold("-echo", "-icanon")));
    return this::release;
  }

  /** Gives the terminal to another program, as it was before any key was hidden. */
  public Hold lend() {
    await(change(this::lendModes));
    return () -> await(change(this::reclaimModes));
  }

  /** Has {@code action} done when the process goes on after it was stopped. */
  public void onResume(Runnable action) {
    resuming.add(action);
  }

  /**
   * Stops the process as Ctrl-Z does, with the terminal as it was before, and returns when the
   * process goes on. Does nothing while no key is hidden: then Ctrl-Z stops it by itself.
   */
  public void suspend() {
    Hold away = lend();
    await(change(this::stop));
    away.close();
    // While another program has the terminal there is nothing to be drawn anew.
    if (lent.get() == 0) {
      resuming.forEach(Runnable::run);
    }
  }

  /** Shows keys again, though not all holds are closed: the process ends. */
  public void leave() {
    await(change(this::restore));
  }

  private void hold(String... modes) {
    if (holds++ == 0) {
      try {
        shell = Optional.of(ModeShell.set(modes));
        SystemSignal.take(STOP, this::suspend);
      } catch (IOException none) {
        shell = Optional.empty();
      }
    }
  }

  private void release() {
    await(
        change(
            () -> {
              if (--holds == 0) {
                restore();
              }
            }));
  }

  private void restore() {
    if (shell.isPresent()) {
      SystemSignal.leave(STOP);
      shell.get().close();
      shell = Optional.empty();
    }
  }

  private void stop() {
    if (shell.isPresent()) {
      SystemSignal.leave(STOP);
      shell.get().stop();
      SystemSignal.take(STOP, this::suspend);
    }
  }

  private void lendModes() {
    if (lent.getAndIncrement() == 0) {
      shell.ifPresent(ModeShell::lend);
    }
  }

  private void reclaimModes() {
    if (lent.decrementAndGet() == 0) {
      shell.ifPresent(ModeShell::reclaim);
    }
  }

  private Optional<Future<?>> change(Runnable step) {
    return changes.map(thread -> thread.submit(step));
  }

  private static void await(Optional<Future<?>> change) {
    try {
      if (change.isPresent()) {
        change.get().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException late) {
      // The shell restores the modes by itself when this process has ended.
    }
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "sluice-keyboard");
    thread.setDaemon(true);
    return thread;
  }

  /** Something that lasts until it is closed; to be closed once. */
  public interface Hold extends AutoCloseable {
    @Override
    void close();
  }
}
