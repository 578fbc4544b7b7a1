/**
 * {@code sluice tokens}: counts the tokens of texts and prompts.
 *
 * <p>Not here: counting itself, which is a library of its own.
 */
@NullMarked
package io.sluice.cli.tokens;

import org.jspecify.annotations.NullMarked;
