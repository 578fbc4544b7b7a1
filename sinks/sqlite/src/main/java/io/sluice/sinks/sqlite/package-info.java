/**
 * The archive: a SQLite database that keeps runs, the sink that writes it and its plugin.
 *
 * <p>Not here: when the command keeps a run and how it shows one ({@code io.sluice.cli}), and the
 * transcript format ({@code io.sluice.transcript}).
 */
@NullMarked
package io.sluice.sinks.sqlite;

import org.jspecify.annotations.NullMarked;
