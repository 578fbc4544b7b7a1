/**
 * The grammar of JSON, for text that arrives in parts and for text that is only checked. Nothing
 * here knows a class of another package, so that {@code io.sluice.chat} can use it.
 *
 * <p>Not here: reading whole documents ({@code io.sluice.json}), which Jackson does.
 */
@NullMarked
package io.sluice.json.syntax;

import org.jspecify.annotations.NullMarked;
