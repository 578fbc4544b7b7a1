/**
 * The HTTP transport: streams answers over HTTP/1.1 and TLS with Netty, plays back recorded
 * streams, goes through proxies, and reads event streams that follow no dialect.
 *
 * <p>This package is the API of the module. The packages below it are internal: {@code call} makes
 * one request over a connection of {@code connect}, on a path that {@code route} describes; {@code
 * http} and {@code body} turn its bytes into events; {@code replay} plays records through the same
 * decoders. Each package uses only those that come before it in this list: {@code mask}, {@code
 * pem}, {@code route}, {@code body}, {@code http}, {@code connect}, {@code call}, {@code replay}.
 *
 * <p>Not here: the meaning of the payloads, which belongs to the dialect ({@code io.sluice.wire}),
 * and anything that would let a Netty type reach a sink.
 */
@NullMarked
package io.sluice.transport.netty;

import org.jspecify.annotations.NullMarked;
