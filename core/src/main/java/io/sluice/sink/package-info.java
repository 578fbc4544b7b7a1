/**
 * The sink contract: what consumes a stream, and how one is made from options.
 *
 * <p>Not here: who calls sinks ({@code io.sluice.pipeline}) and how they are found ({@code
 * io.sluice.plugin}).
 */
@NullMarked
package io.sluice.sink;

import org.jspecify.annotations.NullMarked;
