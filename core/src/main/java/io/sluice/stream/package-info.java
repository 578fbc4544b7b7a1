/**
 * What travels: chunks and their deltas, the accumulators that fold them, the stream that delivers
 * them, and how it ended.
 *
 * <p>Not here: bytes and HTTP ({@code io.sluice.wire} and the transports), and who consumes a
 * stream ({@code io.sluice.sink}, {@code io.sluice.pipeline}).
 */
@NullMarked
package io.sluice.stream;

import org.jspecify.annotations.NullMarked;
