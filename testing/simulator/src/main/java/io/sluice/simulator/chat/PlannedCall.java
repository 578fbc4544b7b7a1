package io.sluice.simulator.chat;

import io.sluice.simulator.model.Answer;

/**
 * A call that is to be made.
 *
 * @param arguments the JSON of its arguments, not read yet
 */
record PlannedCall(String id, String name, Answer arguments) {}
