package io.sluice.simulator.script;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The remaining steps of a connection. Mutable, one reader, not thread-safe. */
public interface Script extends Iterator<Step> {

  static Script of(Step... steps) {
    return from(List.of(steps).iterator());
  }

  static Script from(Iterator<? extends Step> steps) {
    return new Script() {
      @Override
      public boolean hasNext() {
        return steps.hasNext();
      }

      @Override
      public Step next() {
        return steps.next();
      }
    };
  }

  /** Repeats a step without end. */
  static Script endless(Supplier<? extends Step> step) {
    return new Script() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Step next() {
        return step.get();
      }
    };
  }

  /** This script followed by the other. */
  default Script then(Script rest) {
    Script first = this;
    return new Script() {
      @Override
      public boolean hasNext() {
        return first.hasNext() || rest.hasNext();
      }

      @Override
      public Step next() {
        return first.hasNext() ? first.next() : rest.next();
      }
    };
  }

  /** Replaces each step lazily by a script of its own, which may be empty. */
  default Script each(Function<? super Step, ? extends Script> change) {
    return new StepReplacement(this, change);
  }

  /**
   * Replaces the rest after the head and {@code events} events by the result of {@code change}. A
   * script with fewer events is played as it is.
   */
  default Script after(long events, UnaryOperator<Script> change) {
    return new AfterEvents(this, events, change);
  }

  /** The exception to throw if there is no next step. */
  static NoSuchElementException spent() {
    return new NoSuchElementException("the script is spent; ask hasNext() first");
  }
}
