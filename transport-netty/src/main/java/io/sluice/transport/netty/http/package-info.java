/**
 * HTTP/1.1 on a connection: its codec, the framing of bodies, and how lenient both are.
 *
 * <p>Not here: what a body holds, which is in {@code body}.
 */
@NullMarked
package io.sluice.transport.netty.http;

import org.jspecify.annotations.NullMarked;
