/**
 * An OpenAI-compatible server on loopback: its offline model, recorded streams and scripted faults.
 * It encodes its own events, so that it can tell the truth about a client that decodes them.
 *
 * <p>Not here: anything a client needs to speak to a real server.
 */
@NullMarked
package io.sluice.simulator;

import org.jspecify.annotations.NullMarked;
