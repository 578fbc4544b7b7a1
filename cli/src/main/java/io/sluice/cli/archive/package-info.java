/**
 * The user's archive: whether a run is kept, where, and how a later call goes on from it.
 *
 * <p>Not here: the database, which is a sink of its own, and the {@code log} command.
 */
@NullMarked
package io.sluice.cli.archive;

import org.jspecify.annotations.NullMarked;
