/**
 * The files of a batch: its results and its state, which survive a crash, and its output.
 *
 * <p>Not here: what is in a result ({@code result}), and when a row is sent.
 */
@NullMarked
package io.sluice.batch.journal;

import org.jspecify.annotations.NullMarked;
