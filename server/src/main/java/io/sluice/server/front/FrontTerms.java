package io.sluice.server.front;

import io.sluice.server.gate.Gate;
import io.sluice.server.http.Mount;
import io.sluice.server.limits.Limits;

/**
 * What connections share.
 *
 * @param gate what every request must pass
 * @param routes what answers those that passed
 * @param limits the bounds
 */
public record FrontTerms(Gate gate, Mount routes, Limits limits) {}
