package io.sluice.simulator.schema;

/**
 * A value that could be chosen.
 *
 * @param weight how likely it is beside the others, above 0
 */
public record Candidate(Object value, double weight) {}
