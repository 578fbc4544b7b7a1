/**
 * The sink that counts what a run cost and compares it with the server's report, and its plugin.
 *
 * <p>Not here: counting itself ({@code io.sluice.tokens}).
 */
@NullMarked
package io.sluice.sinks.tokens;

import org.jspecify.annotations.NullMarked;
