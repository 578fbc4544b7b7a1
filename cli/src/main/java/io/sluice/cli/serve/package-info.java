/**
 * {@code sluice serve}: puts the endpoints of a user behind one server, with the user's sinks.
 *
 * <p>Not here: the server itself, which is a library of its own.
 */
@NullMarked
package io.sluice.cli.serve;

import org.jspecify.annotations.NullMarked;
