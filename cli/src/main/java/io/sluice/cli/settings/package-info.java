/**
 * What the user has settled outside the command line: settings files, named endpoints, the folders
 * they lie in, and {@code FlagKey}, the table of all flags.
 *
 * <p>Not here: how a flag is declared or parsed, which is in {@code command}.
 */
@NullMarked
package io.sluice.cli.settings;

import org.jspecify.annotations.NullMarked;
