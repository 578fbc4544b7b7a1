package io.sluice.simulator.chat;

import io.sluice.simulator.model.OfflineModel;
import io.sluice.simulator.model.Sampling;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A chat request, as far as the simulator answers it.
 *
 * @param sampling with the seed 0; each choice gets a seed of its own
 * @param seed the seed that the request names
 * @param maxTokens the most tokens of each choice
 * @param tools the functions that may be called
 * @param json the form that a text must have
 * @param thinking what is said of reasoning; absent if the request does not speak of it
 */
public record ChatAsk(
    String model,
    Dialogue dialogue,
    Sampling sampling,
    OptionalLong seed,
    int maxTokens,
    int choices,
    Form form,
    UsageWish usage,
    ToolUse tools,
    Optional<JsonFormat> json,
    Optional<Thinking> thinking) {

  /** The bound on tokens if a request sets none; the model rarely produces so many. */
  public static final int MOST_TOKENS = 4096;

  /** In one piece or many. */
  public enum Form {
    WHOLE,
    STREAM
  }

  /** The request's setting for usage in a stream. */
  public enum UsageWish {
    /** The request has no {@code stream_options}. */
    UNSAID,
    NOT_INCLUDED,
    INCLUDED
  }

  /** The number of tokens of the request's texts, as its usage has it. */
  public int promptTokens() {
    return dialogue.texts().stream().mapToInt(OfflineModel::tokens).sum();
  }

  /** The same request for an answer in one document. */
  public ChatAsk whole() {
    return new ChatAsk(
        model,
        dialogue,
        sampling,
        seed,
        maxTokens,
        choices,
        Form.WHOLE,
        usage,
        tools,
        json,
        thinking);
  }
}
