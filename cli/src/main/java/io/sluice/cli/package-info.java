/**
 * The {@code sluice} command: its arguments, what it prints and on which stream, its exit codes.
 *
 * <p>To find one's way: {@code Main} picks a {@code Command} by its word from {@code Reserved}; a
 * command reads {@code Arguments} through classes named {@code …Flags} and asks {@code Delivery}
 * for an answer, of which {@code Report} and {@code Verdict} tell the end. What belongs to one
 * command begins with its name: {@code Chat…}, {@code Compar…}, {@code Config…}, {@code Inspect…},
 * {@code Log…}; what a person sees of a run while it lasts, with {@code Live…} and {@code
 * Watching}.
 *
 * <p>Not here: anything that a program embedding Sluice could want; that belongs to a library
 * module.
 */
@NullMarked
package io.sluice.cli;

import org.jspecify.annotations.NullMarked;
