package io.sluice.langchain4j;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a model that knows the tests says to a request: words, or calls of tools.
 *
 * @param words the answer, cut into tokens; empty beside calls
 * @param calls the arguments of the called tools, by name
 * @param finish the finish reason
 */
record Lesson(List<String> words, Map<String, String> calls, String finish) {

  private static final String STORY = "Once upon a time there was a fox. ";

  static Lesson of(ChatRequest request) {
    List<String> results =
        request.messages().stream()
            .filter(message -> message.role().equals(Role.TOOL))
            .map(message -> message.content().orElse(""))
            .toList();
    String format = field(request, "response_format");
    if (!results.isEmpty()) {
      return format.isEmpty()
          ? said("The tools say: " + String.join(" and ", results) + ".", request)
          : said("{\"weather\": \"sunny\"}", request);
    }
    Map<String, String> calls = calls(request);
    if (!calls.isEmpty()) {
      return new Lesson(List.of(), calls, "tool_calls");
    }
    return said(format.isEmpty() ? words(request) : "{\"city\": \"Berlin\"}", request);
  }

  private static Map<String, String> calls(ChatRequest request) {
    List<String> tools = request.tools().stream().map(tool -> tool.name()).toList();
    String asked = text(request);
    if (tools.contains("getTime")) {
      return new TreeMap<>(
              Map.of("getWeather", "{\"city\":\"Munich\"}", "getTime", "{\"country\":\"France\"}"))
          .descendingMap();
    }
    if (tools.contains("getWeather") && asked.contains("Munich")) {
      return Map.of("getWeather", "{\"city\":\"Munich\"}");
    }
    return tools.contains("get_current_time") ? Map.of("get_current_time", "{}") : Map.of();
  }

  private static String words(ChatRequest request) {
    String asked = text(request);
    if (asked.contains("image_url")) {
      return asked.contains("both") ? "I see a cat and two dice." : "I see a cat.";
    }
    if (asked.contains("Germany")) {
      return "The capital of Germany is Berlin, and four is the sum.";
    }
    if (asked.contains("I love you")) {
      return "Ich liebe dich.";
    }
    if (asked.contains("story")) {
      return STORY.repeat(200);
    }
    return asked.contains("color") ? "Your favorite color is green." : "Hello World";
  }

  private static Lesson said(String text, ChatRequest request) {
    String kept = text;
    for (String stop : request.stop()) {
      kept = kept.contains(stop) ? kept.substring(0, kept.indexOf(stop)) : kept;
    }
    List<String> tokens = List.of(kept.split("(?<=\\s)"));
    int most = request.maxTokens().orElse(Integer.MAX_VALUE);
    return tokens.size() <= most
        ? new Lesson(tokens, Map.of(), "stop")
        : new Lesson(tokens.subList(0, most), Map.of(), "length");
  }

  /** The payloads of the answer's events, with usage and the end marker. */
  List<String> events(ChatRequest request) {
    List<String> events = new ArrayList<>();
    words.forEach(
        word -> events.add(choice(request, "\"content\":" + JsonWriter.json(word), "null")));
    int index = 0;
    for (Map.Entry<String, String> call : calls.entrySet()) {
      String begin =
          "{\"index\":%d,\"id\":\"call_%d\",\"type\":\"function\",\"function\":{\"name\":\"%s\",\"arguments\":\"\"}}"
              .formatted(index, index, call.getKey());
      events.add(choice(request, "\"tool_calls\":[" + begin + "]", "null"));
      String rest =
          "{\"index\":%d,\"function\":{\"arguments\":%s}}"
              .formatted(index, JsonWriter.json(call.getValue()));
      events.add(choice(request, "\"tool_calls\":[" + rest + "]", "null"));
      index++;
    }
    events.add(choice(request, "", '"' + finish + '"'));
    int tokens = Math.max(1, words.size());
    events.add(
        "{\"id\":\"chatcmpl-1\",\"model\":\"%s\",\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":%d,\"total_tokens\":%d}}"
            .formatted(request.model(), tokens, 7 + tokens));
    events.add("[DONE]");
    return events;
  }

  private static String choice(ChatRequest request, String delta, String finish) {
    return "{\"id\":\"chatcmpl-1\",\"model\":\"%s\",\"choices\":[{\"index\":0,\"delta\":{%s},\"finish_reason\":%s}]}"
        .formatted(request.model(), delta, finish);
  }

  private static String field(ChatRequest request, String name) {
    return Optional.ofNullable(request.other().get(name)).map(json -> json.text()).orElse("");
  }

  private static String text(ChatRequest request) {
    StringBuilder text = new StringBuilder();
    for (Message message : request.messages()) {
      text.append(message.content().orElse("")).append(message.other());
    }
    return text.toString();
  }
}
