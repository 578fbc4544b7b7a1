package io.sluice.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the sinks of one run threw, in order. Thread-safe. */
final class SinkFailures {

  private final List<SinkFailure> failures = new ArrayList<>();

  synchronized void add(SinkFailure failure) {
    failures.add(failure);
  }

  synchronized List<SinkFailure> all() {
    return List.copyOf(failures);
  }

  /** The first failure that leaves the JVM in doubt. */
  Optional<VirtualMachineError> fatal() {
    for (SinkFailure failure : all()) {
      if (failure.cause() instanceof VirtualMachineError error) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }

  String messages() {
    return all().stream().map(SinkFailure::message).collect(Collectors.joining("; "));
  }
}
