package io.sluice.simulator.chat;

import io.sluice.simulator.request.ErrorBody;
import io.sluice.simulator.request.RequestFields;
import io.sluice.simulator.script.EventFraming;
import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Step;
import java.util.List;

/**
 * An API that the simulator speaks, as the path of a request addresses it: how a request is read,
 * and how answers, errors and the events of faults are written. Stateless.
 */
public interface Api {

  /** How the events of a stream are framed. */
  EventFraming framing();

  /**
   * Reads a request.
   *
   * @throws io.sluice.simulator.request.InvalidRequest naming the field that is missing or wrong
   */
  ChatAsk read(RequestFields request);

  /** A writer for one answer with these choices, which have not said anything yet. */
  AnswerWriter writer(ChatAsk ask, AnswerStamp stamp, List<AnswerChoice> choices);

  /** The JSON of an error with that HTTP status. */
  String refusal(int status, ErrorBody error);

  /** The body of a refusal with that HTTP status. By default the JSON of the error. */
  default String refusedBody(int status, ErrorBody error) {
    return refusal(status, error);
  }

  /** The event that reports an error inside a stream. By default it is that of a status 500. */
  default Step.Event error(ErrorBody error) {
    return framing().event(Mark.OTHER, refusal(500, error));
  }

  /**
   * The JSON of an event that adds a text and does not come from the model.
   *
   * @param index of the choice; in an API without choices, that of the part of the answer
   */
  String text(long index, String text);

  /** The events that must stand before those of {@link #text}; none where each stands alone. */
  default List<Step> beginning() {
    return List.of();
  }

  /**
   * The events that a gateway which finishes too early makes of one that adds to the answer; that
   * event alone where a finish is always the end of the stream.
   */
  default List<Step> finishing(Step.Event event) {
    return List.of(event);
  }
}
