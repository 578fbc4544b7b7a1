/**
 * Streams: chunks and their deltas, the accumulators that fold them, the stream that delivers them,
 * and its outcome.
 *
 * <p>The package is large because a stream folds its chunks with the same accumulators that it
 * offers to its readers: in two packages, each would need the other.
 *
 * <p>Not here: bytes and HTTP ({@code io.sluice.wire} and the transports), and the consumers of a
 * stream ({@code io.sluice.sink}, {@code io.sluice.pipeline}).
 */
@NullMarked
package io.sluice.stream;

import org.jspecify.annotations.NullMarked;
