/**
 * Streams as their readers see them: chunks and their deltas, the options of a stream, its
 * progress, its end, its outcome.
 *
 * <p>Not here: what chunks make together ({@code io.sluice.accumulate}), how a stream is delivered
 * ({@code io.sluice.feed}), bytes and HTTP ({@code io.sluice.wire} and the transports), and the
 * consumers of a stream ({@code io.sluice.sink}, {@code io.sluice.pipeline}).
 */
@NullMarked
package io.sluice.stream;

import org.jspecify.annotations.NullMarked;
