/**
 * Connections: resolves names, opens sockets, passes proxies and TLS, and keeps idle connections.
 *
 * <p>Not here: requests and answers, which are in {@code call}.
 */
@NullMarked
package io.sluice.transport.netty.connect;

import org.jspecify.annotations.NullMarked;
