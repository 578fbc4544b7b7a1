/**
 * Google Gemini, of AI Studio and Vertex as a dialect.
 *
 * <p>Not here: sockets and framing (the transports), and what all dialects share ({@code
 * io.sluice.wire}).
 */
@NullMarked
package io.sluice.dialects.gemini;

import org.jspecify.annotations.NullMarked;
