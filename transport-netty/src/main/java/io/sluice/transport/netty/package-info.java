/**
 * Streams over HTTP/1.1 and TLS, on Netty: the transport, proxies, event streams without a dialect,
 * and requests of others that are passed on by the transport's ways.
 *
 * <p>This package is the API of the module. The packages below it are not: {@code call} makes one
 * request over a connection of {@code connect}, by a way of {@code route}; {@code http} and {@code
 * body} turn its bytes into events. Each uses only those that come before it: {@code mask}, {@code
 * pem}, {@code route}, {@code body}, {@code http}, {@code connect}, {@code call}.
 *
 * <p>Not here: the meaning of the payloads, which belongs to the dialect ({@code io.sluice.wire}),
 * and anything that would let a Netty type reach a sink.
 */
@NullMarked
package io.sluice.transport.netty;

import org.jspecify.annotations.NullMarked;
