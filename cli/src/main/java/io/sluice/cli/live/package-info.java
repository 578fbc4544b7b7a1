/**
 * What a person sees of one answer while it streams: the status line and the figures in it.
 *
 * <p>Not here: the answer itself.
 */
@NullMarked
package io.sluice.cli.live;

import org.jspecify.annotations.NullMarked;
