/**
 * {@code sluice compare}: several answers to one prompt, shown beside each other or in turn.
 *
 * <p>Not here: how one answer is asked for, which is in {@code run}.
 */
@NullMarked
package io.sluice.cli.compare;

import org.jspecify.annotations.NullMarked;
