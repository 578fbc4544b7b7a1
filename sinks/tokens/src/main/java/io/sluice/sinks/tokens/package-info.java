/**
 * Counting the tokens of texts and of answers, the sink that does so, and its plugin.
 *
 * <p>Not here: the figures a server reports ({@code io.sluice.chat}); they are only set beside
 * ours.
 */
@NullMarked
package io.sluice.sinks.tokens;

import org.jspecify.annotations.NullMarked;
