/**
 * One request and its answer: the attempts, the timers, the retries, and the dialect's reader.
 *
 * <p>Not here: the connection that carries them.
 */
@NullMarked
package io.sluice.transport.netty.call;

import org.jspecify.annotations.NullMarked;
