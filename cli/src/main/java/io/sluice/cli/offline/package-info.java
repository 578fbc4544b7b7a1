/**
 * The built-in model that answers where no server is asked.
 *
 * <p>Not here: the simulator that serves it (a module), and how a server is chosen (run).
 */
@NullMarked
package io.sluice.cli.offline;

import org.jspecify.annotations.NullMarked;
