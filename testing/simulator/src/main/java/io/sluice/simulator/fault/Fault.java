package io.sluice.simulator.fault;

import io.sluice.text.NearestName;
import java.util.List;

/** A deliberate error in an answer. Immutable. */
public final class Fault {
  private final FaultKind kind;
  private final String numbers;
  private final Effect effect;

  private Fault(FaultKind kind, String numbers, Effect effect) {
    this.kind = kind;
    this.numbers = numbers;
    this.effect = effect;
  }

  /**
   * Parses the text of a fault, such as {@code no-done}, {@code cut} or {@code cut=3}.
   *
   * @throws IllegalArgumentException with a one-line message: for an unknown name, naming the
   *     nearest and all known ones; for a number that is missing, not whole, negative or not
   *     allowed
   */
  public static Fault parse(String text) {
    int equals = text.indexOf('=');
    String name = (equals < 0 ? text : text.substring(0, equals)).strip();
    FaultKind kind =
        Catalogue.find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        NearestName.unknown("fault", name, Catalogue.names())));
    if (equals < 0) {
      return new Fault(kind, kind.example(), kind.effect(kind.otherwise()));
    }
    if (!kind.takesNumber()) {
      throw new IllegalArgumentException(
          "fault '" + name + "' takes no number; write " + kind.usage());
    }
    String numbers = text.substring(equals + 1).strip();
    if (kind.takesTwo()) {
      String[] two = numbers.split(",", 2);
      long first = number(kind, two[0].strip());
      long second = number(kind, two.length < 2 ? "" : two[1].strip());
      return new Fault(kind, first + "," + second, kind.effect(first, second));
    }
    long number = number(kind, numbers);
    return new Fault(kind, String.valueOf(number), kind.effect(number));
  }

  private static long number(FaultKind kind, String text) {
    if (!text.matches("\\d{1,15}")) {
      throw new IllegalArgumentException(
          "fault '"
              + kind.name()
              + "': '"
              + text
              + "' is not a whole number from 0; write "
              + kind.name()
              + "="
              + kind.example());
    }
    return Long.parseLong(text);
  }

  /** All faults, by name. */
  public static List<FaultKind> kinds() {
    return Catalogue.kinds();
  }

  FaultKind kind() {
    return kind;
  }

  Effect effect() {
    return effect;
  }

  /** The text that {@link #parse} reads. */
  @Override
  public String toString() {
    return kind.takesNumber() ? kind.name() + "=" + numbers : kind.name();
  }
}
