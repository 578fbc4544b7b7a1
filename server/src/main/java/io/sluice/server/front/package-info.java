/**
 * The sockets: reading requests, writing replies, time limits. The only package that knows Netty.
 *
 * <p>Not here: what requests mean.
 */
@NullMarked
package io.sluice.server.front;

import org.jspecify.annotations.NullMarked;
