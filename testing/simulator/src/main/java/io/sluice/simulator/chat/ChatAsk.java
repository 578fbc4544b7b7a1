package io.sluice.simulator.chat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A chat request, as far as the simulator heeds it.
 *
 * @param prompt the text of the last user message
 * @param messages the text of each message, in order
 * @param stops at most four, none empty
 * @param maxTokens of {@code max_completion_tokens} and {@code max_tokens} the first that is given
 * @param forcedTool the function the request insists on
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

  /** What the request says about usage in a stream. */
  public enum UsageWish {
    /** There is no {@code stream_options}. */
    UNSAID,
    NOT_INCLUDED,
    INCLUDED
  }

  public ChatAsk {
    messages = List.copyOf(messages);
    stops = List.copyOf(stops);
  }

  /** The same request for a whole answer. */
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
