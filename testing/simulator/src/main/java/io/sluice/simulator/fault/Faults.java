package io.sluice.simulator.fault;

import io.sluice.simulator.script.Script;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** All faults of one answer. Immutable. */
@SuppressWarnings("exports") // public for the simulator's own packages only
public record Faults(List<Fault> faults) {
  /** Copies the list. */
  public Faults {
    faults = List.copyOf(faults);
  }

  /** A comma between faults; one before a number separates the numbers of a fault. */
  private static final Pattern COMMA = Pattern.compile(",(?!\\s*\\d+\\s*(?:,|$))");

  /** Parses a comma-separated list of faults. */
  public static Faults parse(String text) {
    var faults = new ArrayList<Fault>();
    for (String fault : COMMA.split(text, -1)) {
      faults.add(Fault.parse(fault));
    }
    return new Faults(faults);
  }

  /** These faults and the others. */
  public Faults and(Faults others) {
    var all = new ArrayList<>(faults);
    all.addAll(others.faults);
    return new Faults(all);
  }

  /** The number of requests that the faults apply to, before one is answered without faults. */
  public long limit() {
    return faults.stream()
        .map(Fault::effect)
        .filter(Effect.Limit.class::isInstance)
        .mapToLong(effect -> ((Effect.Limit) effect).requests())
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** The healthy answer with all faults in it. */
  public Script play(Script healthy, FaultedRequest exchange) {
    Script events = play(healthy, exchange, phase -> phase.compareTo(Phase.TEXT) < 0);
    Script body = exchange.framing().joined(events);
    return play(body, exchange, phase -> phase.compareTo(Phase.TEXT) >= 0);
  }

  private Script play(Script healthy, FaultedRequest exchange, Predicate<Phase> phases) {
    Script script = healthy;
    List<Fault> inOrder =
        faults.stream()
            .filter(fault -> phases.test(fault.kind().phase()))
            .sorted(Comparator.comparing(fault -> fault.kind().phase()))
            .toList();
    for (Fault fault : inOrder) {
      script = fault.effect().play(script, exchange);
    }
    return script;
  }
}
