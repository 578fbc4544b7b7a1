package io.sluice.context;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;

/**
 * Carries what Micrometer's context propagation knows: spans of Micrometer and OpenTelemetry, the
 * logging context, and every value that has an accessor in its registry. A program that uses it
 * brings {@code io.micrometer:context-propagation}; nothing else in Sluice needs that. Thread-safe.
 */
public final class MicrometerContext implements ContextPropagation {

  private final ContextSnapshotFactory snapshots;

  private MicrometerContext(ContextSnapshotFactory snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * Carries the values of all accessors in Micrometer's global registry. While a sink is called,
   * its thread has no other values of these accessors.
   */
  public static MicrometerContext global() {
    return of(ContextSnapshotFactory.builder().clearMissing(true).build());
  }

  // Not public: programs on the module path would need Micrometer's module to compile.
  static MicrometerContext of(ContextSnapshotFactory snapshots) {
    return new MicrometerContext(snapshots);
  }

  @Override
  public Captured capture() {
    ContextSnapshot snapshot = snapshots.captureAll();
    return () -> snapshot.setThreadLocals()::close;
  }
}
