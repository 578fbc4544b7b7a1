/**
 * The sink {@code otel} of the command, in a jar of its own that is dropped in: an OpenTelemetry
 * SDK for the process, made when the first request is on its way, which sends by OTLP over HTTP.
 *
 * <p>Not here: what is told of a run ({@code io.sluice.sinks.opentelemetry}).
 */
@NullMarked
package io.sluice.sinks.opentelemetry.plugin;

import org.jspecify.annotations.NullMarked;
