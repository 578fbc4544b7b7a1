/**
 * The sink that counts what a run cost and sets it beside what the server reports, and its plugin.
 *
 * <p>Not here: counting itself ({@code io.sluice.tokens}).
 */
@NullMarked
package io.sluice.sinks.tokens;

import org.jspecify.annotations.NullMarked;
