/**
 * Connections: names are resolved, sockets opened, proxies and TLS passed, and idle connections
 * kept.
 *
 * <p>Not here: requests and answers, which are in {@code call}.
 */
@NullMarked
package io.sluice.transport.netty.connect;

import org.jspecify.annotations.NullMarked;
