/**
 * Answering the rows of a batch: which is sent when, how often, and what becomes of it.
 *
 * <p>Not here: reading inputs ({@code input}), limits ({@code pace}), files ({@code journal}), and
 * the command.
 */
@NullMarked
package io.sluice.batch;

import org.jspecify.annotations.NullMarked;
