/**
 * {@code sluice replay}: plays recorded event streams and transcripts through any sinks.
 *
 * <p>Not here: recording them, which is in {@code record}.
 */
@NullMarked
package io.sluice.cli.replay;

import org.jspecify.annotations.NullMarked;
