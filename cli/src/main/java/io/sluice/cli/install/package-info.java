/**
 * {@code sluice install}: puts a link to the launcher into a folder of the PATH, and says how to
 * complete words in the user's shell.
 *
 * <p>Not here: the launcher itself, and the scripts that complete words.
 */
@NullMarked
package io.sluice.cli.install;

import org.jspecify.annotations.NullMarked;
