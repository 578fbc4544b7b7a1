/**
 * JSON values that are read whole, at once, for code that walks through all of a document.
 *
 * <p>Not here: values that are kept verbatim and read when they are asked for ({@code
 * io.sluice.json}).
 */
@NullMarked
package io.sluice.json.tree;

import org.jspecify.annotations.NullMarked;
