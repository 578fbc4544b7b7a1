/**
 * The sink {@code exec}: any program, in any language, as a sink that reads a transcript.
 *
 * <p>Not here: the format of the transcript ({@code io.sluice.transcript}).
 */
@NullMarked
package io.sluice.sinks.exec;

import org.jspecify.annotations.NullMarked;
