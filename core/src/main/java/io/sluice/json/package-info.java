/**
 * Reading chunks, writing requests and completions: the only Jackson in core.
 *
 * <p>Not here: the rules of a dialect ({@code io.sluice.wire}).
 */
@NullMarked
package io.sluice.json;

import org.jspecify.annotations.NullMarked;
