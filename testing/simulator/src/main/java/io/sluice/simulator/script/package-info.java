/**
 * The heart of the simulator: an answer is a script of steps, pulled one at a time by the
 * connection that plays it, so that an answer without end takes no memory. A fault is a change of
 * script.
 *
 * <p>Not here: sockets (the server plays scripts) and what an answer says (chat, fault).
 */
@NullMarked
package io.sluice.simulator.script;

import org.jspecify.annotations.NullMarked;
