/**
 * The sink {@code micrometer} of the command, in a jar of its own that is dropped in: figures of
 * all runs of the process, for Prometheus to read.
 *
 * <p>Not here: the meters ({@code io.sluice.sinks.micrometer}).
 */
@NullMarked
package io.sluice.sinks.micrometer.plugin;

import org.jspecify.annotations.NullMarked;
