/**
 * What the command adds to settings files: {@code FlagKey}, the table of all flags, and which
 * endpoint and which settings hold for one call.
 *
 * <p>Not here: settings files themselves, which are in {@code io.sluice.settings}, and how a flag
 * is declared or parsed, which is in {@code command}.
 */
@NullMarked
package io.sluice.cli.settings;

import org.jspecify.annotations.NullMarked;
