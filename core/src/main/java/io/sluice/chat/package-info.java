/**
 * Requests and answers as immutable values, independent of transport, streaming and JSON library.
 *
 * <p>Not here: the parts of a stream ({@code io.sluice.stream}) and the JSON form of a value
 * ({@code io.sluice.json}).
 */
@NullMarked
package io.sluice.chat;

import org.jspecify.annotations.NullMarked;
