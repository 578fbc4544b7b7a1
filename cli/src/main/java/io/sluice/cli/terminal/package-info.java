/**
 * The standard streams and what may be written to them: text that is safe for a terminal, styles,
 * notices, figures for people.
 *
 * <p>Not here: the one line that comes and goes, which is in {@code screen}.
 */
@NullMarked
package io.sluice.cli.terminal;

import org.jspecify.annotations.NullMarked;
