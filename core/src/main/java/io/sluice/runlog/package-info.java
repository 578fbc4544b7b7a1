/**
 * The log of one run: the lines of its transcript by number, for any number of readers, each at a
 * pace of its own. A reader that was cut off goes on behind the last line it has.
 *
 * <p>Not here: what the lines say ({@code io.sluice.transcript}), and how readers far away get
 * them.
 */
@NullMarked
package io.sluice.runlog;

import org.jspecify.annotations.NullMarked;
