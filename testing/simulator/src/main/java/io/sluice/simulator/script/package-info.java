/**
 * The core of the simulator: an answer is a script of steps that the connection pulls one at a
 * time, so that an endless answer takes no memory. A fault is a change of a script.
 *
 * <p>Not here: sockets (the server plays scripts) and the contents of answers (chat, fault).
 */
@NullMarked
package io.sluice.simulator.script;

import org.jspecify.annotations.NullMarked;
