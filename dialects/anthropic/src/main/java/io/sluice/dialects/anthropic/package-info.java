/**
 * The dialect of Anthropic's Messages API: turns a request into an HTTP call, and events, or a
 * message that is one document, into chunks.
 *
 * <p>Not here: code shared by all dialects ({@code io.sluice.wire}), framing and sockets (the
 * transports).
 */
@NullMarked
package io.sluice.dialects.anthropic;

import org.jspecify.annotations.NullMarked;
