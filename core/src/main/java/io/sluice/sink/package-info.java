/**
 * The sink contract: the consumer of a stream, and how one is made from options.
 *
 * <p>Not here: how sinks are called ({@code io.sluice.pipeline}) and how they are found ({@code
 * io.sluice.plugin}).
 */
@NullMarked
package io.sluice.sink;

import org.jspecify.annotations.NullMarked;
