/**
 * The sockets: reading requests, writing replies, time limits. Besides {@code passage}, which is
 * given the messages of HTTP as they are, the only package that knows Netty.
 *
 * <p>Not here: what requests mean.
 */
@NullMarked
package io.sluice.server.front;

import org.jspecify.annotations.NullMarked;
