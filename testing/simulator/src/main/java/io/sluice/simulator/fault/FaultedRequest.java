package io.sluice.simulator.fault;

import io.sluice.simulator.chat.Answers;
import io.sluice.simulator.chat.ChatAsk;

/**
 * What a fault may want to know.
 *
 * @param answers where a healthy answer comes from
 * @param port the port the request came to
 * @param earlier how many requests came on the same connection before
 */
@SuppressWarnings("exports") // public for the simulator's own packages only
public record FaultedRequest(ChatAsk ask, Answers answers, int port, long earlier) {}
