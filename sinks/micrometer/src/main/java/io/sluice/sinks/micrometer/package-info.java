/**
 * Meters of runs in a Micrometer registry, named as Spring AI and OpenTelemetry's conventions name
 * them, so that their dashboards fit. {@code GenAiMeters} is the entrance.
 *
 * <p>Not here: a registry and where it is read, which a service has already and which the command
 * gets from a plugin jar.
 */
@NullMarked
package io.sluice.sinks.micrometer;

import org.jspecify.annotations.NullMarked;
