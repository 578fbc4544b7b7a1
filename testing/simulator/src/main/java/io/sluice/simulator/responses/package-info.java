/**
 * OpenAI's Responses: reads and checks requests, writes events and responses.
 *
 * <p>Not here: what an answer says (chat).
 */
@NullMarked
package io.sluice.simulator.responses;

import org.jspecify.annotations.NullMarked;
