/**
 * Requests and answers in OpenAI's chat format: reads and checks requests, makes scripts of the
 * offline model's answers and of recorded streams, writes error bodies.
 *
 * <p>Not here: faults (fault), sockets and paths (the server).
 */
@NullMarked
package io.sluice.simulator.chat;

import org.jspecify.annotations.NullMarked;
