/**
 * The {@code sluice} command: its arguments, what it prints and on which stream, its exit codes.
 *
 * <p>Not here: anything that a program embedding Sluice could want; that belongs to a library
 * module.
 */
@NullMarked
package io.sluice.cli;

import org.jspecify.annotations.NullMarked;
