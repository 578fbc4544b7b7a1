/**
 * When a batch may send its next request: limits on rates, pauses after refusals, concurrency.
 *
 * <p>Not here: which row is next, and what servers say of limits ({@code io.sluice.limit}).
 */
@NullMarked
package io.sluice.batch.pace;

import org.jspecify.annotations.NullMarked;
