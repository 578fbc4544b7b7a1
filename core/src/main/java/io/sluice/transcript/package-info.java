/**
 * What programs read of a run: the one format for transcripts and events, replayable JSON lines as
 * {@code docs/transcript-format.md} has them, and the result object of a run that has ended.
 *
 * <p>Not here: the destination of the lines, which sinks and commands decide.
 */
@NullMarked
package io.sluice.transcript;

import org.jspecify.annotations.NullMarked;
