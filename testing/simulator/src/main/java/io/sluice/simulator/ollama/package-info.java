/**
 * Ollama's own API: reads and checks requests, writes lines.
 *
 * <p>Not here: what an answer says (chat).
 */
@NullMarked
package io.sluice.simulator.ollama;

import org.jspecify.annotations.NullMarked;
