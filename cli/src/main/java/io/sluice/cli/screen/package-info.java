/**
 * The terminal that a person looks at: text that scrolls away and is never rewritten, and one line
 * at its end that comes and goes without a trace.
 *
 * <p>Not here: what is said there, or when.
 */
@NullMarked
package io.sluice.cli.screen;

import org.jspecify.annotations.NullMarked;
