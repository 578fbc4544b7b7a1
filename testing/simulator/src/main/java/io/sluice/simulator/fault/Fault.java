package io.sluice.simulator.fault;

import io.sluice.text.NearestName;
import java.util.List;

/** A deliberate error in an answer. Immutable. */
public final class Fault {
  private final FaultKind kind;
  private final long number;
  private final Effect effect;

  private Fault(FaultKind kind, long number) {
    this.kind = kind;
    this.number = number;
    this.effect = kind.effect(number);
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
      return new Fault(kind, kind.otherwise());
    }
    if (!kind.takesNumber()) {
      throw new IllegalArgumentException(
          "fault '" + name + "' takes no number; write " + kind.usage());
    }
    return new Fault(kind, number(kind, text.substring(equals + 1).strip()));
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
              + kind.otherwise());
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
    return kind.takesNumber() ? kind.name() + "=" + number : kind.name();
  }
}
