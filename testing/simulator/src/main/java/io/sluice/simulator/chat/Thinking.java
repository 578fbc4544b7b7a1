package io.sluice.simulator.chat;

import io.sluice.simulator.model.ReasoningEffort;

/**
 * What a request says about reasoning.
 *
 * @param effort how much to think
 * @param display whether the answer shows it; its tokens are counted in any case
 */
public record Thinking(ReasoningEffort effort, Display display) {

  /** Whether reasoning is shown. */
  public enum Display {
    SHOWN,
    HIDDEN
  }

  /** Reasoning that is shown. */
  public static Thinking shown(ReasoningEffort effort) {
    return new Thinking(effort, Display.SHOWN);
  }
}
