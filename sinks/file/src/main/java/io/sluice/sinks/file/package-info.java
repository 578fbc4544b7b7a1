/**
 * The sink that writes the answer's text, or its transcript, to a file, and its plugin.
 *
 * <p>Not here: the transcript format itself ({@code io.sluice.transcript}).
 */
@NullMarked
package io.sluice.sinks.file;

import org.jspecify.annotations.NullMarked;
