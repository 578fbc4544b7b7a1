package io.sluice.simulator.script;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What is still to be played on a connection. Mutable, one reader, not thread-safe. */
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

  /** The same step again and again, without end. */
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

  /** This script and, when it is spent, the other. */
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

  /** Each step replaced by a script of its own, which may be empty; lazily. */
  default Script each(Function<? super Step, ? extends Script> change) {
    return new EachStep(this, change);
  }

  /**
   * What is left after the head and {@code events} events is replaced by what {@code change} makes
   * of it. A script with fewer events is played as it is.
   */
  default Script after(long events, UnaryOperator<Script> change) {
    return new AfterEvents(this, events, change);
  }

  /** The step to play, when there is none left. */
  static NoSuchElementException spent() {
    return new NoSuchElementException("the script is spent; ask hasNext() first");
  }
}
