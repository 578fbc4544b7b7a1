package io.sluice.simulator.chat;

import io.sluice.simulator.json.JsonStrings;
import io.sluice.simulator.model.Answer;

/**
 * A call that is to be made.
 *
 * @param arguments the JSON of its arguments, not read yet
 */
record PlannedCall(String id, String name, Answer arguments) {

  /** The call as JSON with this text of arguments, without the brace that begins it. */
  String json(String text) {
    return "\"id\":"
        + JsonStrings.quoted(id)
        + ",\"type\":\"function\",\"function\":{\"name\":"
        + JsonStrings.quoted(name)
        + ",\"arguments\":"
        + JsonStrings.quoted(text)
        + "}}";
  }
}
