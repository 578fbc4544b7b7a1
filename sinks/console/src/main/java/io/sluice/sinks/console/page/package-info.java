/**
 * Rows of styled text for a terminal: styles, the breaking of rows, and what transforms text on its
 * way there.
 *
 * <p>Not here: what the text means.
 */
@NullMarked
package io.sluice.sinks.console.page;

import org.jspecify.annotations.NullMarked;
