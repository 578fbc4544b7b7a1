/**
 * JSON: reads chunks and errors, reads and writes requests, writes completions, and offers small
 * types with which dialects and sinks read ({@code JsonValue}, {@code JsonObject}) and write
 * ({@code JsonWriter}) objects of their own. It is the only package in core that uses Jackson, and
 * no public signature shows it.
 *
 * <p>Not here: the meaning of an event or an HTTP answer to a dialect ({@code io.sluice.wire}), and
 * how chunks are folded ({@code io.sluice.stream}).
 */
@NullMarked
package io.sluice.json;

import org.jspecify.annotations.NullMarked;
