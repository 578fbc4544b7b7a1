/**
 * Markdown on a terminal, as it streams: its blocks, its inline marks and its tables.
 *
 * <p>Not here: the colours of code, which are in {@code code}.
 */
@NullMarked
package io.sluice.sinks.console.markdown;

import org.jspecify.annotations.NullMarked;
