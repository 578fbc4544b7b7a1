/**
 * The dialect interface: turns a request into an HTTP call and the answer into chunks, so that a
 * transport never knows a URL, an auth header, an error's form or an end marker.
 *
 * <p>Not here: sockets and framing (the transports) and the JSON library ({@code io.sluice.json}).
 */
@NullMarked
package io.sluice.wire;

import org.jspecify.annotations.NullMarked;
