/**
 * What is asked and what is answered: immutable values, free of transport, streaming and JSON
 * library.
 *
 * <p>Not here: anything that travels in pieces ({@code io.sluice.stream}) and anything that knows
 * how a value is written on the wire ({@code io.sluice.json}).
 */
@NullMarked
package io.sluice.chat;

import org.jspecify.annotations.NullMarked;
