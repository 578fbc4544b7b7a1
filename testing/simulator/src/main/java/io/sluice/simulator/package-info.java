/**
 * An OpenAI-compatible server on loopback: answers of an offline model, recorded streams and
 * scripted faults. It encodes its events itself and shares no code with the decoders, so that it
 * can reveal their errors.
 *
 * <p>Not here: anything a client needs to speak to a real server.
 */
@NullMarked
package io.sluice.simulator;

import org.jspecify.annotations.NullMarked;
