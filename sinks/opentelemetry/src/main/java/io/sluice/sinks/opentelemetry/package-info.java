/**
 * Spans and metrics of runs, by OpenTelemetry's conventions for generative AI. {@code
 * GenAiTelemetry} is the entrance; {@code Meters141} and {@code Meters01} hold what two versions of
 * the conventions call the same figures.
 *
 * <p>Not here: an SDK and an exporter, which a service has already and which the command gets from
 * a plugin jar.
 */
@NullMarked
package io.sluice.sinks.opentelemetry;

import org.jspecify.annotations.NullMarked;
