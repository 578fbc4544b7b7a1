/**
 * OpenAI's chat completions: reads and checks requests, writes chunks and completions.
 *
 * <p>Not here: what an answer says (chat), and OpenAI's Responses (responses).
 */
@NullMarked
package io.sluice.simulator.openai;

import org.jspecify.annotations.NullMarked;
