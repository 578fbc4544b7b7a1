/**
 * What is measured of requests: latencies, gaps between tokens, rates, and goodput.
 *
 * <p>Not here: whether the figures can be trusted ({@code io.sluice.bench.audit}).
 */
@NullMarked
package io.sluice.bench.measure;

import org.jspecify.annotations.NullMarked;
