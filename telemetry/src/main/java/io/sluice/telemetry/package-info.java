/**
 * The facts of a run that monitoring tools are told, in the words of OpenTelemetry's conventions
 * for generative AI: the provider, the kind of error, the server's token figures, the bounds of
 * histograms.
 *
 * <p>Not here: how a tool is told ({@code io.sluice.sinks.opentelemetry}, {@code
 * io.sluice.sinks.micrometer}).
 */
@NullMarked
package io.sluice.telemetry;

import org.jspecify.annotations.NullMarked;
