/**
 * The format of transcripts and of machine-readable events: JSON lines that can be replayed, as
 * described in {@code docs/transcript-format.md}.
 *
 * <p>Not here: the destination of the lines, which sinks and commands decide.
 */
@NullMarked
package io.sluice.transcript;

import org.jspecify.annotations.NullMarked;
