/**
 * The sink that writes an answer to a file, as text, Markdown, a transcript or an event stream, and
 * its plugin.
 *
 * <p>Not here: the transcript format itself ({@code io.sluice.transcript}).
 */
@NullMarked
package io.sluice.sinks.file;

import org.jspecify.annotations.NullMarked;
