package io.sluice.simulator.fault;

import io.sluice.simulator.chat.Answers;
import io.sluice.simulator.chat.ChatAsk;

/**
 * The request that a fault is applied to.
 *
 * @param answers the source of healthy answers
 * @param port the port that received the request
 * @param earlier the number of earlier requests on the same connection
 */
@SuppressWarnings("exports") // public for the simulator's own packages only
public record FaultedRequest(ChatAsk ask, Answers answers, int port, long earlier) {}
