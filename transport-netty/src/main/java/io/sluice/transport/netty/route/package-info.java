/**
 * The server a connection leads to, and the proxy on the way to it.
 *
 * <p>Not here: making the connection, which is in {@code connect}.
 */
@NullMarked
package io.sluice.transport.netty.route;

import org.jspecify.annotations.NullMarked;
