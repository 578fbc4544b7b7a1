/**
 * What a person sees while something is under way: the status line of an answer with its figures,
 * and how far a batch or a benchmark is.
 *
 * <p>Not here: the answer itself.
 */
@NullMarked
package io.sluice.cli.live;

import org.jspecify.annotations.NullMarked;
