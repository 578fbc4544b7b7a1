/**
 * Text between Sluice and people: durations and names as they are typed, text on its way to a
 * terminal or a file, an answer as people read it and the code blocks in it, what the error of a
 * file means, and which files their owner alone may read.
 *
 * <p>Not here: JSON ({@code io.sluice.json}), what a server says ({@code OneLine} of {@code
 * io.sluice.stream}), and words that one module alone needs.
 */
@NullMarked
package io.sluice.text;

import org.jspecify.annotations.NullMarked;
