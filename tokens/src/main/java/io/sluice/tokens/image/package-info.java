/**
 * What pictures of a prompt cost: their size, read from the head of their data, and the rules by
 * which models turn a size into tokens.
 *
 * <p>Not here: where pictures stand in a request ({@code io.sluice.tokens.prompt}).
 */
@NullMarked
package io.sluice.tokens.image;

import org.jspecify.annotations.NullMarked;
