/**
 * The sink {@code exec}, which passes a transcript to any program in any language.
 *
 * <p>Not here: the format of the transcript ({@code io.sluice.transcript}).
 */
@NullMarked
package io.sluice.sinks.exec;

import org.jspecify.annotations.NullMarked;
