package io.sluice.server.front;

import io.sluice.server.gate.Gate;
import io.sluice.server.http.Mount;
import io.sluice.server.limits.Limits;
import java.util.Optional;

/**
 * What connections share.
 *
 * @param gate what every request must pass
 * @param routes what answers those that passed
 * @param relay what answers some of them piece by piece, before the routes are asked
 * @param limits the bounds
 */
public record FrontTerms(Gate gate, Mount routes, Optional<Relay> relay, Limits limits) {}
