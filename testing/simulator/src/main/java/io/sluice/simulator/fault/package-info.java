/**
 * What can go wrong, by name: each fault is a small change of script.
 *
 * <p>Not here: healthy answers (chat) and sockets (the server).
 */
@NullMarked
package io.sluice.simulator.fault;

import org.jspecify.annotations.NullMarked;
