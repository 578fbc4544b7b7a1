package io.sluice.observe;

import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;

/**
 * A figure that a program keeps beside its runs, such as how many rows of a batch are done, for
 * those who report figures of runs. Immutable.
 *
 * @param kind whether it may fall
 * @param name its name, with dots between words, such as {@code sluice.batch.rows}
 * @param description what it says, in one sentence
 * @param labels what tells figures of one name apart; few values each
 * @param value reads it: on any thread, often, and without blocking; NaN while it is not known
 */
public record ProgramMeter(
    Kind kind, String name, String description, Map<String, String> labels, DoubleSupplier value) {

  /** Copies the labels. */
  public ProgramMeter {
    Objects.requireNonNull(kind, "kind");
    labels = Map.copyOf(labels);
  }

  /** How a figure changes. */
  public enum Kind {
    /** It rises and falls. */
    GAUGE,
    /** It only rises, from 0. */
    TOTAL
  }
}
