/**
 * What a batch asks: its rows, their ids and fingerprints.
 *
 * <p>Not here: how rows are read from files ({@code input}), and what became of them ({@code
 * result}).
 */
@NullMarked
package io.sluice.batch.row;

import org.jspecify.annotations.NullMarked;
