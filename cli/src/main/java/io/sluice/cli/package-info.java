/**
 * The {@code sluice} command: {@code ChosenCommand} picks a command by its first word, {@code
 * Invocation} runs it, and {@code Main} ends the process with its exit code. The two commands that
 * are about all of it are here: {@code help} and {@code version}.
 *
 * <p>Each other command has a package of its own with one public class ({@code ask}, {@code chat},
 * …). What they share lies in {@code run} (one request from its flags to its exit code), {@code
 * record}, {@code archive} and {@code live}; below these, {@code command} has flags and arguments,
 * {@code terminal} and {@code screen} the output, {@code settings} the settings files. Each package
 * uses only those named after it.
 *
 * <p>Not here: anything that a program embedding Sluice could want; that belongs to a library
 * module.
 */
@NullMarked
package io.sluice.cli;

import org.jspecify.annotations.NullMarked;
