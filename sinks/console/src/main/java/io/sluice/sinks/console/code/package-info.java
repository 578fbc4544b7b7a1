/**
 * The parts of program code that a reader tells apart by colour, in the languages that answers
 * contain most.
 *
 * <p>Not here: the colours.
 */
@NullMarked
package io.sluice.sinks.console.code;

import org.jspecify.annotations.NullMarked;
