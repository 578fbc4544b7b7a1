package io.sluice.simulator.fault;

import java.util.Optional;
import java.util.function.LongFunction;

/** A kind of fault, without its number. Immutable. */
public final class FaultKind {
  private final Phase phase;
  private final String name;
  private final String placeholder;
  private final long otherwise;
  private final String description;
  private final LongFunction<Effect> effect;
  private final Optional<Pair> pair;

  /** What a fault with two numbers does. */
  @FunctionalInterface
  interface PairEffect {

    Effect apply(long first, long second);
  }

  /** The second number of a fault that has one. */
  private record Pair(long otherwise, PairEffect effect) {}

  private FaultKind(
      Phase phase,
      String name,
      String placeholder,
      long otherwise,
      String description,
      LongFunction<Effect> effect,
      Optional<Pair> pair) {
    this.phase = phase;
    this.name = name;
    this.placeholder = placeholder;
    this.otherwise = otherwise;
    this.description = description;
    this.effect = effect;
    this.pair = pair;
  }

  /** A fault without a number. */
  static FaultKind of(Phase phase, String name, String description, Effect effect) {
    return new FaultKind(phase, name, "", 0, description, number -> effect, Optional.empty());
  }

  /** A fault whose number is {@code otherwise} if the text has none. */
  static FaultKind of(
      Phase phase,
      String name,
      String placeholder,
      long otherwise,
      String description,
      LongFunction<Effect> effect) {
    return new FaultKind(
        phase, name, placeholder, otherwise, description, effect, Optional.empty());
  }

  /**
   * A fault with two numbers, which are {@code first} and {@code second} if the text has none.
   *
   * @param placeholder the names of both, with a comma between them
   */
  static FaultKind ofTwo(
      Phase phase,
      String name,
      String placeholder,
      long first,
      long second,
      String description,
      PairEffect effect) {
    var pair = new Pair(second, effect);
    return new FaultKind(
        phase,
        name,
        placeholder,
        first,
        description,
        number -> effect.apply(number, second),
        Optional.of(pair));
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
        ? description + " (" + placeholder + " is " + example() + " unless given)"
        : description;
  }

  boolean takesNumber() {
    return !placeholder.isEmpty();
  }

  long otherwise() {
    return otherwise;
  }

  boolean takesTwo() {
    return pair.isPresent();
  }

  /** The numbers that hold if a text has none, as they are written. */
  String example() {
    return otherwise + pair.map(second -> "," + second.otherwise()).orElse("");
  }

  Effect effect(long first, long second) {
    return pair.map(two -> two.effect().apply(first, second)).orElseGet(() -> effect(first));
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
