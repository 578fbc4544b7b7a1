/**
 * {@code sluice completion}: the scripts that complete a command line in bash, fish and zsh.
 *
 * <p>Not here: the flags that are completed, which the commands declare.
 */
@NullMarked
package io.sluice.cli.completion;

import org.jspecify.annotations.NullMarked;
