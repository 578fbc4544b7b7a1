/**
 * Anthropic's Messages: how a request becomes a call, and how events, or a message that comes in
 * one piece, become chunks.
 *
 * <p>Not here: what every dialect shares ({@code io.sluice.wire}), framing and sockets (the
 * transports).
 */
@NullMarked
package io.sluice.dialects.anthropic;

import org.jspecify.annotations.NullMarked;
