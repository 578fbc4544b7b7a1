package io.sluice.cli.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The signal that asked this command to end, and what there is to end. Thread-safe; for one call of
 * the command.
 */
public final class Interruption {
  /** How long a command usually has to end in order, once a signal has come. */
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(5);

  private final AtomicReference<@Nullable ExitCode> raised = new AtomicReference<>();
  private final AtomicReference<@Nullable Runnable> underWay = new AtomicReference<>();
  private final AtomicReference<@Nullable Runnable> asking = new AtomicReference<>();
  private final AtomicReference<@Nullable Runnable> lent = new AtomicReference<>();
  private volatile boolean conversing;
  private volatile Duration patience = USUAL_PATIENCE;

  /** From now on the first signal does this instead of leaving at once. */
  public void stopBy(Runnable stop) {
    underWay.set(stop);
  }

  /** As {@link #stopBy(Runnable)}, for what may take that much longer than usual to end. */
  public void stopBy(Runnable stop, Duration grace) {
    patience = USUAL_PATIENCE.plus(grace);
    stopBy(stop);
  }

  /** How long the command has to end in order, once a signal has come. */
  public Duration patience() {
    return patience;
  }

  /** There is nothing left to be stopped. */
  public void nothingUnderWay() {
    underWay.set(null);
    patience = USUAL_PATIENCE;
  }

  /**
   * From now on an interrupt ends what is under way and not the command, which looks at {@link
   * #takeInterrupt} after each thing it does. Other signals end it as ever.
   */
  public void converse() {
    conversing = true;
  }

  /** Until {@link #asked} each interrupt does this: a person is being asked, and may say no. */
  public void askUntilInterruptedBy(Runnable action) {
    asking.set(action);
  }

  /** A person has answered. */
  public void asked() {
    asking.set(null);
  }

  /**
   * Until {@link #takeTerminal} another program has the terminal: interrupts are meant for it, and
   * each other signal does {@code end}.
   */
  public void lendTerminal(Runnable end) {
    lent.set(end);
  }

  /** The other program has ended. */
  public void takeTerminal() {
    lent.set(null);
  }

  /** Whether there was an interrupt since the last time; it counts no more. */
  public boolean takeInterrupt() {
    return raised.compareAndSet(ExitCode.INTERRUPTED, null);
  }

  /** Notes that a signal came. */
  public Effect raise(ExitCode code) {
    boolean interrupt = code == ExitCode.INTERRUPTED;
    Runnable other = lent.get();
    if (other != null && interrupt) {
      return Effect.GO_ON;
    }
    Runnable question = other == null ? asking.get() : other;
    if (question != null && interrupt) {
      question.run();
      return Effect.GO_ON;
    }
    boolean first = raised.compareAndSet(null, code);
    Runnable stop = question == null ? underWay.get() : question;
    if (!first || (stop == null && !conversing)) {
      return Effect.LEAVE;
    }
    if (stop != null) {
      stop.run();
    }
    return conversing && interrupt ? Effect.GO_ON : Effect.END;
  }

  /** The code of the first signal, if one came. */
  public Optional<ExitCode> raised() {
    return Optional.ofNullable(raised.get());
  }

  /** What a signal does to the command. */
  public enum Effect {
    /** The process leaves at once. */
    LEAVE,
    /** Something was stopped, which now deserves the time to end in order. */
    END,
    /** Something was stopped, and the command goes on. */
    GO_ON
  }
}
