package io.sluice.simulator.fault;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All faults. */
final class Catalogue {
  private static final List<FaultKind> KINDS =
      Stream.of(
              StatusFaults.KINDS,
              BodyFaults.KINDS,
              EndingFaults.KINDS,
              ErrorFaults.KINDS,
              ForeignErrorFaults.KINDS,
              GatewayFaults.KINDS,
              WritingFaults.KINDS,
              HostileFaults.KINDS,
              RateFaults.KINDS,
              LimitFaults.KINDS)
          .flatMap(List::stream)
          .sorted(Comparator.comparing(FaultKind::name))
          .toList();

  private Catalogue() {}

  static List<FaultKind> kinds() {
    return KINDS;
  }

  static List<String> names() {
    return KINDS.stream().map(FaultKind::name).toList();
  }

  static Optional<FaultKind> find(String name) {
    return KINDS.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
