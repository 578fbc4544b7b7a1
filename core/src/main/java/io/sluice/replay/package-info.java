/**
 * Recorded answers as sources: transcripts, and bodies as they were received.
 *
 * <p>Not here: recording them, and decoding the bytes of event streams, which a transport brings.
 */
@NullMarked
package io.sluice.replay;

import org.jspecify.annotations.NullMarked;
