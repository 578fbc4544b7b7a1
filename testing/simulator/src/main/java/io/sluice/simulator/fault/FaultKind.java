package io.sluice.simulator.fault;

import java.util.function.LongFunction;

/** A kind of fault, without its number. Immutable. */
public final class FaultKind {
  private final Phase phase;
  private final String name;
  private final String placeholder;
  private final long otherwise;
  private final String description;
  private final LongFunction<Effect> effect;

  private FaultKind(
      Phase phase,
      String name,
      String placeholder,
      long otherwise,
      String description,
      LongFunction<Effect> effect) {
    this.phase = phase;
    this.name = name;
    this.placeholder = placeholder;
    this.otherwise = otherwise;
    this.description = description;
    this.effect = effect;
  }

  /** A fault without a number. */
  static FaultKind of(Phase phase, String name, String description, Effect effect) {
    return new FaultKind(phase, name, "", 0, description, number -> effect);
  }

  /** A fault whose number is {@code otherwise} if the text has none. */
  static FaultKind of(
      Phase phase,
      String name,
      String placeholder,
      long otherwise,
      String description,
      LongFunction<Effect> effect) {
    return new FaultKind(phase, name, placeholder, otherwise, description, effect);
  }

  /** The fault's name, in kebab case. */
  public String name() {
    return name;
  }

  /** The form in which a fault is written: {@code no-done} or {@code cut=K}. */
  public String usage() {
    return takesNumber() ? name + "=" + placeholder : name;
  }

  /** The fault's effect, in one line; the number has the same name as in {@link #usage()}. */
  public String description() {
    return takesNumber()
        ? description + " (" + placeholder + " is " + otherwise + " unless given)"
        : description;
  }

  boolean takesNumber() {
    return !placeholder.isEmpty();
  }

  long otherwise() {
    return otherwise;
  }

  Phase phase() {
    return phase;
  }

  Effect effect(long number) {
    return effect.apply(number);
  }

  @Override
  public String toString() {
    return usage();
  }
}
