/**
 * The faults by name: each is a small change of a script.
 *
 * <p>Not here: healthy answers (chat) and sockets (the server).
 */
@NullMarked
package io.sluice.simulator.fault;

import org.jspecify.annotations.NullMarked;
