package io.sluice.simulator.chat;

import io.sluice.simulator.json.JsonTree;
import io.sluice.simulator.chat.ChatAsk.Form;
import io.sluice.simulator.chat.ChatAsk.UsageWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads a chat request, as strictly as the real server where a mistake would change the answer. */
public final class ChatAskReader {
  private static final int MOST_CHOICES = 128;
  private static final int MOST_STOPS = 4;

  private ChatAskReader() {}

  /**
   * Reads the request in a body.
   *
   * @param body UTF-8
   * @throws InvalidRequest naming the field that is missing or wrong
   */
  public static ChatAsk read(byte[] body) {
    var fields = new RequestFields(JsonTree.object(body));
    String model = fields.text("model").orElseThrow(() -> missing("model", "a string"));
    List<?> messages = fields.array("messages").orElseThrow(() -> missing("messages", "an array"));
    if (messages.isEmpty()) {
      throw RequestFields.wrong("messages", "an array of at least one message");
    }
    return new ChatAsk(
        model,
        MessageTexts.lastOfUser(messages),
        MessageTexts.all(messages),
        fields.number("temperature", 0, 2).orElse(1.0),
        fields.number("top_p", 0, 1).orElse(1.0),
        fields
            .whole("seed", Long.MIN_VALUE, Long.MAX_VALUE)
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty()),
        stops(fields),
        maxTokens(fields),
        fields.whole("n", 1, MOST_CHOICES).map(Long::intValue).orElse(1),
        fields.flag("stream") ? Form.STREAM : Form.WHOLE,
        usage(fields),
        forcedTool(fields));
  }

  private static InvalidRequest missing(String name, String type) {
    return new InvalidRequest(name, "'" + name + "' is missing; it must be " + type);
  }

  private static OptionalInt maxTokens(RequestFields fields) {
    return fields
        .whole("max_completion_tokens", 1, Integer.MAX_VALUE)
        .or(() -> fields.whole("max_tokens", 1, Integer.MAX_VALUE))
        .map(most -> OptionalInt.of(most.intValue()))
        .orElse(OptionalInt.empty());
  }

  private static List<String> stops(RequestFields fields) {
    Object stop = fields.value("stop").orElse(List.of());
    List<?> given = stop instanceof List<?> list ? list : List.of(stop);
    var stops = new ArrayList<String>();
    for (Object text : given) {
      if (!(text instanceof String string) || given.size() > MOST_STOPS) {
        throw new InvalidRequest("stop", "'stop' must be a string or up to four of them");
      }
      if (!string.isEmpty()) {
        stops.add(string);
      }
    }
    return stops;
  }

  private static UsageWish usage(RequestFields fields) {
    Optional<Object> options = fields.value("stream_options");
    if (options.isEmpty()) {
      return UsageWish.UNSAID;
    }
    return object("stream_options", options.get()).flag("include_usage")
        ? UsageWish.INCLUDED
        : UsageWish.NOT_INCLUDED;
  }

  private static Optional<String> forcedTool(RequestFields fields) {
    Optional<Object> choice = fields.value("tool_choice").filter(given -> given instanceof Map);
    return choice
        .map(given -> object("tool_choice", given))
        .flatMap(given -> given.value("function"))
        .flatMap(function -> object("tool_choice.function", function).text("name"));
  }

  @SuppressWarnings("unchecked") // JsonTree's maps have string keys
  static RequestFields object(String name, Object value) {
    if (!(value instanceof Map)) {
      throw RequestFields.wrong(name, "an object");
    }
    return new RequestFields((Map<String, Object>) value);
  }
}
