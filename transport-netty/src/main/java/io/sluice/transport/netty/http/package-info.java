/**
 * HTTP/1.1 on a connection: its codec, the framing of bodies, and the deviations that both accept.
 *
 * <p>Not here: the contents of a body, which are decoded in {@code body}.
 */
@NullMarked
package io.sluice.transport.netty.http;

import org.jspecify.annotations.NullMarked;
