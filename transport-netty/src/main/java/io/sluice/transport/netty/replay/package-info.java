/**
 * Recorded answers and transcripts as the source of a stream.
 *
 * <p>Not here: recording them.
 */
@NullMarked
package io.sluice.transport.netty.replay;

import org.jspecify.annotations.NullMarked;
