/**
 * Counting a whole request as the server does before anything is answered: its messages, tools,
 * calls and results, the schema of the answer, and pictures.
 *
 * <p>Not here: the texts that tools and schemas become ({@code io.sluice.tokens.schema}), the size
 * of pictures ({@code io.sluice.tokens.image}), and the tokens of an answer ({@code
 * io.sluice.tokens}).
 */
@NullMarked
package io.sluice.tokens.prompt;

import org.jspecify.annotations.NullMarked;
