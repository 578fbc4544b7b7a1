/**
 * The sink that writes an answer to a file, as text, as Markdown, as a transcript or as events, and
 * its plugin.
 *
 * <p>Not here: the transcript format itself ({@code io.sluice.transcript}).
 */
@NullMarked
package io.sluice.sinks.file;

import org.jspecify.annotations.NullMarked;
