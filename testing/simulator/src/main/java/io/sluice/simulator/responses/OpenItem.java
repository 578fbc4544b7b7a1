package io.sluice.simulator.responses;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.chat.AnswerChoice.MadeCall;
import io.sluice.simulator.json.JsonFields;
import java.util.List;

/** An item of a response that is being said: what its events are, and what it is as a whole. */
sealed interface OpenItem {

  String id();

  /** The item before anything of it is said. */
  JsonFields begun();

  /** The item with all that was said, when the choice has gone beyond it. */
  JsonFields whole(AnswerChoice choice, String status);

  /** Reasoning. */
  record Reasoning(ResponseJson json) implements OpenItem {
    @Override
    public String id() {
      return json.reasoningId();
    }

    @Override
    public JsonFields begun() {
      return json.reasoning("");
    }

    @Override
    public JsonFields whole(AnswerChoice choice, String status) {
      return json.reasoning(choice.reasoning());
    }
  }

  /** The text. */
  record Message(ResponseJson json) implements OpenItem {
    @Override
    public String id() {
      return json.messageId();
    }

    @Override
    public JsonFields begun() {
      return json.message(List.of(), ResponseJson.IN_PROGRESS);
    }

    @Override
    public JsonFields whole(AnswerChoice choice, String status) {
      return json.message(List.of(ResponseJson.text(choice)), status);
    }
  }

  /** The call with that index. */
  record Call(ResponseJson json, int index, String id, String name) implements OpenItem {
    @Override
    public String id() {
      return json.callId(index);
    }

    @Override
    public JsonFields begun() {
      return json.call(index, new MadeCall(id, name, ""), ResponseJson.IN_PROGRESS);
    }

    @Override
    public JsonFields whole(AnswerChoice choice, String status) {
      return json.call(index, choice.calls().get(index), status);
    }
  }
}
