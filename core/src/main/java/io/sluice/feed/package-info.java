/**
 * The one stream of all transports: a {@code ChunkSource} feeds it, a reader pulls chunks from it
 * or has them pushed, and its end is judged here.
 *
 * <p>Not here: where chunks come from (the transports, {@code io.sluice.replay}), and what a stream
 * promises its readers ({@code io.sluice.stream}).
 */
@NullMarked
package io.sluice.feed;

import org.jspecify.annotations.NullMarked;
