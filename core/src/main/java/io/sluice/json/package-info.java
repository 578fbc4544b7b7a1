/**
 * JSON: reading and writing chunks, requests, messages and completions, reading errors, and the
 * small tools with which others read ({@code JsonValue}, {@code JsonObject}) and write ({@code
 * JsonWriter}) objects of their own. The only Jackson in core, and none of it in a public
 * signature.
 *
 * <p>The package is large because chunks are read by a parser of our own in small parts, and what
 * repeats is compared with what that parser saw. The parts see each other's state, so they stay out
 * of the API only as long as they are in one package with the classes that use them.
 *
 * <p>Not here: the meaning of an event or an HTTP answer to a dialect ({@code io.sluice.wire}), and
 * how chunks are folded ({@code io.sluice.stream}).
 */
@NullMarked
package io.sluice.json;

import org.jspecify.annotations.NullMarked;
