/**
 * What became of the rows of a batch, and the lines in which that is kept.
 *
 * <p>Not here: the files in which the lines are ({@code journal}).
 */
@NullMarked
package io.sluice.batch.result;

import org.jspecify.annotations.NullMarked;
