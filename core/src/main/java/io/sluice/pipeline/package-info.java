/**
 * Runs one stream through many sinks and keeps the promises made to them.
 *
 * <p>Not here: what a sink is ({@code io.sluice.sink}) and where chunks come from ({@code
 * io.sluice.stream}).
 */
@NullMarked
package io.sluice.pipeline;

import org.jspecify.annotations.NullMarked;
