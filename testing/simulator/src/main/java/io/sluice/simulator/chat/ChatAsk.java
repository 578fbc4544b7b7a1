package io.sluice.simulator.chat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The fields of a chat request that the simulator uses.
 *
 * @param prompt the text of the last user message
 * @param messages the text of each message, in order
 * @param stops at most four, none empty
 * @param maxTokens the first that is given of {@code max_completion_tokens} and {@code max_tokens}
 * @param forcedTool the function that the request demands
 */
public record ChatAsk(
    String model,
    String prompt,
    List<String> messages,
    double temperature,
    double topP,
    OptionalLong seed,
    List<String> stops,
    OptionalInt maxTokens,
    int choices,
    Form form,
    UsageWish usage,
    Optional<String> forcedTool) {

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

  public ChatAsk {
    messages = List.copyOf(messages);
    stops = List.copyOf(stops);
  }

  /** The same request for an answer in one document. */
  public ChatAsk whole() {
    return new ChatAsk(
        model,
        prompt,
        messages,
        temperature,
        topP,
        seed,
        stops,
        maxTokens,
        choices,
        Form.WHOLE,
        usage,
        forcedTool);
  }
}
