package io.sluice.simulator.chat;

import io.sluice.simulator.script.Script;

/** Where healthy answers come from: the offline model or a recording. Thread-safe. */
public interface Answers {

  /** The script of one answer, from its head to its end. */
  Script script(ChatAsk ask);
}
