/**
 * {@code sluice bench}: measures what a server can take.
 *
 * <p>Not here: the measuring itself, which is a library of its own ({@code io.sluice.bench}).
 */
@NullMarked
package io.sluice.cli.bench;

import org.jspecify.annotations.NullMarked;
