/**
 * Lines that stderr gets of an answer that has ended: its figures, its usage, what was called and
 * what was passed over.
 *
 * <p>Not here: which of them are printed, and what stdout gets ({@code io.sluice.cli.run}).
 */
@NullMarked
package io.sluice.cli.report;

import org.jspecify.annotations.NullMarked;
