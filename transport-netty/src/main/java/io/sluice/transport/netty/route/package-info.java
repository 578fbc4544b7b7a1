/**
 * The server that a connection leads to, and the proxy between.
 *
 * <p>Not here: opening the connection, which is in {@code connect}.
 */
@NullMarked
package io.sluice.transport.netty.route;

import org.jspecify.annotations.NullMarked;
