/**
 * Passes requests on to the servers of models as they come, and their answers back, byte for byte;
 * what a dialect knows of them is recorded beside that, and never delays it.
 *
 * <p>Not here: the connections of clients ({@code front}) and of servers (the transport), and what
 * becomes of a recorded run ({@code runs}).
 */
@NullMarked
package io.sluice.server.passage;

import org.jspecify.annotations.NullMarked;
