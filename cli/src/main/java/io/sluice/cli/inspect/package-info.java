/**
 * {@code sluice inspect}: every chunk of an answer on a line.
 *
 * <p>Not here: how the answer is asked for, which is in {@code run}.
 */
@NullMarked
package io.sluice.cli.inspect;

import org.jspecify.annotations.NullMarked;
