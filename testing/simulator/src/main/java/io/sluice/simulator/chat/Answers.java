package io.sluice.simulator.chat;

import io.sluice.simulator.script.Script;

/** A source of healthy answers: the offline model or a recording. Thread-safe. */
public interface Answers {

  /**
   * The script of one whole answer in that API.
   *
   * @throws io.sluice.simulator.request.InvalidRequest if the request cannot be answered
   */
  Script script(ChatAsk ask, Api api);
}
