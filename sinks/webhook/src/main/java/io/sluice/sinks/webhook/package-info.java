/**
 * The sink {@code webhook}: one POST for each run, when it has ended.
 *
 * <p>Not here: the HTTP client that receives streams ({@code io.sluice.transport.netty}).
 */
@NullMarked
package io.sluice.sinks.webhook;

import org.jspecify.annotations.NullMarked;
