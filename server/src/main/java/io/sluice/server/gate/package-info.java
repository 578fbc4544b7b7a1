/**
 * Who may ask: hosts, origins, tokens. The gate stands before every route.
 *
 * <p>Not here: what the routes do.
 */
@NullMarked
package io.sluice.server.gate;

import org.jspecify.annotations.NullMarked;
