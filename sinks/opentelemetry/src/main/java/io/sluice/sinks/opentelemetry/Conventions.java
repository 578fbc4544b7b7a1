package io.sluice.sinks.opentelemetry;

/** The versions of OpenTelemetry's conventions for generative AI whose names can be used. */
public enum Conventions {
  /** The last that were part of the core conventions, which most dashboards read. */
  V1_41,
  /** The first of a release of their own, which renamed most metrics. */
  V0_1,
  /** The names of both, side by side: no instrument has one name in both. */
  BOTH;

  /** The address of the schema that describes all names; only the core conventions have one. */
  static final String SCHEMA = "https://opentelemetry.io/schemas/1.41.0";

  boolean includes(Conventions version) {
    return this == BOTH || this == version;
  }
}
