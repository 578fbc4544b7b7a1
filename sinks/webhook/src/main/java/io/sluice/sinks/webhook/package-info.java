/**
 * The sink {@code webhook}: one POST per run, when it has ended.
 *
 * <p>Not here: the HTTP client that streams come through ({@code io.sluice.transport.netty}).
 */
@NullMarked
package io.sluice.sinks.webhook;

import org.jspecify.annotations.NullMarked;
