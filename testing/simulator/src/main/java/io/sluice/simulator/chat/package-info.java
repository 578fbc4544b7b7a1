/**
 * What is asked and answered in OpenAI's chat format: requests read and judged, answers of the
 * offline model and recorded streams made into scripts, error bodies.
 *
 * <p>Not here: faults (fault), sockets and paths (the server).
 */
@NullMarked
package io.sluice.simulator.chat;

import org.jspecify.annotations.NullMarked;
