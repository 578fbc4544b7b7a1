package io.sluice.simulator.fault;

import io.sluice.simulator.chat.Answers;
import io.sluice.simulator.chat.Api;
import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.Documents;
import io.sluice.simulator.request.ErrorBody;
import io.sluice.simulator.script.EventFraming;
import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The request that a fault is applied to.
 *
 * @param api the API that it is in
 * @param answers the source of healthy answers
 * @param path where it was sent, with the query
 * @param port the port that received the request
 * @param earlier the number of earlier requests on the same connection
 * @param began when the first request of all came to the server, by {@link System#nanoTime}
 */
@SuppressWarnings("exports") // public for the simulator's own packages only
public record FaultedRequest(
    ChatAsk ask, Api api, Answers answers, String path, int port, long earlier, long began) {

  /** Another healthy answer. */
  Script another() {
    return answers.script(ask, api);
  }

  /** A refusal with that HTTP status. */
  Script refusal(int status, ErrorBody error) {
    return Documents.json(status, api.refusedBody(status, error));
  }

  /** An event with that JSON, which is no part of the answer. */
  Step event(String json) {
    return api.framing().event(Mark.OTHER, json);
  }

  EventFraming framing() {
    return api.framing();
  }

  /** The last event of a healthy answer, such as {@code [DONE]}, and the end of the body. */
  Script ending() {
    return Script.of(Step.Last.END).each(end -> lastOf(another()));
  }

  private static Script lastOf(Script steps) {
    List<Step> last = new ArrayList<>();
    while (steps.hasNext()) {
      if (steps.next() instanceof Step.Event event) {
        last.clear();
        last.add(event);
      }
    }
    last.add(Step.Last.END);
    return Script.from(last.iterator());
  }
}
