/**
 * Counting the tokens of texts, prompts and answers, offline, and knowing how far a count is to be
 * trusted.
 *
 * <p>The package is large because a tokenizer is made of many small parts, none of which is API.
 *
 * <p>Not here: the figures a server reports ({@code io.sluice.chat}), and the sink that sets ours
 * beside them ({@code io.sluice.sinks.tokens}).
 */
@NullMarked
package io.sluice.tokens;

import org.jspecify.annotations.NullMarked;
