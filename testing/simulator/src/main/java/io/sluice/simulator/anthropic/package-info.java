/**
 * Anthropic's Messages: reads and checks requests, writes events and messages.
 *
 * <p>Not here: what an answer says (chat).
 */
@NullMarked
package io.sluice.simulator.anthropic;

import org.jspecify.annotations.NullMarked;
