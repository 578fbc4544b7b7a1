/**
 * Bytes to chunks: the HTTP/1.1 and TLS client on Netty, the SSE decoder, and the transport that
 * replays recorded bytes through that same decoder.
 *
 * <p>Not here: what the payloads mean, which is the dialect's ({@code io.sluice.wire}), and
 * anything that would let a Netty type reach a sink.
 */
@NullMarked
package io.sluice.transport.netty;

import org.jspecify.annotations.NullMarked;
