/**
 * The runs of a server: under way, and those that have ended a while ago.
 *
 * <p>Not here: how their lines get to viewers ({@code events}).
 */
@NullMarked
package io.sluice.server.runs;

import org.jspecify.annotations.NullMarked;
