package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.common.Attributes;

/** The instruments of one version of the conventions. Thread-safe. */
interface Meters {

  /** Records the figures of a run that has ended. */
  void ended(EndedRun run);

  /** Records the time from one chunk to the next. */
  void chunk(double seconds, Attributes attributes);
}
