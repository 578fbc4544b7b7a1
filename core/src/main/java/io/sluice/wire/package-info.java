/**
 * The dialect seam: where a request becomes an HTTP call and what comes back becomes chunks, so
 * that a transport never knows a URL, an auth header, an error's shape or an end marker.
 *
 * <p>Not here: sockets and framing (the transports) and the JSON library ({@code io.sluice.json}).
 */
@NullMarked
package io.sluice.wire;

import org.jspecify.annotations.NullMarked;
