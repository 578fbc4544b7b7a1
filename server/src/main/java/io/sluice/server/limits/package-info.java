/**
 * How much a server takes on.
 *
 * <p>Not here: what the bounded things are; each theme enforces its own.
 */
@NullMarked
package io.sluice.server.limits;

import org.jspecify.annotations.NullMarked;
