/**
 * Google's Gemini: reads and checks requests, writes responses.
 *
 * <p>Not here: what an answer says (chat).
 */
@NullMarked
package io.sluice.simulator.gemini;

import org.jspecify.annotations.NullMarked;
