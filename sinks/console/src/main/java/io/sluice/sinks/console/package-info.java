/**
 * The sink that prints the answer as it arrives, and its plugin.
 *
 * <p>Not here: notices, status lines and errors, which belong to the command.
 */
@NullMarked
package io.sluice.sinks.console;

import org.jspecify.annotations.NullMarked;
