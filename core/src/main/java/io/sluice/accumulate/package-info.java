/**
 * Accumulators: what the chunks of a stream make together, such as the whole answer, its text, its
 * usage, its timing, its progress.
 *
 * <p>Not here: the chunks ({@code io.sluice.stream}), and the tokens of a text (the module of
 * tokens).
 */
@NullMarked
package io.sluice.accumulate;

import org.jspecify.annotations.NullMarked;
