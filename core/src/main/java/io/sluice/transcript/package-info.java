/**
 * The one format for transcripts and for machine-readable events: replayable JSON lines, as {@code
 * docs/transcript-format.md} has them.
 *
 * <p>Not here: where the lines go: sinks and commands decide that.
 */
@NullMarked
package io.sluice.transcript;

import org.jspecify.annotations.NullMarked;
