/**
 * What every command is made of: its flags and arguments, its help, its input, its exit code, and
 * the signal that may end it.
 *
 * <p>Not here: anything that knows what an answer is.
 */
@NullMarked
package io.sluice.cli.command;

import org.jspecify.annotations.NullMarked;
