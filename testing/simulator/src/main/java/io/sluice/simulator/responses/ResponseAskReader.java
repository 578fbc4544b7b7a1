package io.sluice.simulator.responses;

import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.ChatAsk.Form;
import io.sluice.simulator.chat.ChatAsk.UsageWish;
import io.sluice.simulator.chat.Dialogue;
import io.sluice.simulator.chat.FunctionName;
import io.sluice.simulator.chat.JsonFormat;
import io.sluice.simulator.chat.OfflineAnswers;
import io.sluice.simulator.chat.Thinking;
import io.sluice.simulator.chat.Thinking.Display;
import io.sluice.simulator.model.ReasoningEffort;
import io.sluice.simulator.model.Sampling;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.RequestFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads a request for a response. */
final class ResponseAskReader {
  /** The least that the real server takes as a bound. */
  private static final int LEAST_TOKENS = 16;

  private static final int MOST_ALTERNATIVES = 20;

  private static final List<String> FORMATS = List.of("text", "json_object", "json_schema");

  /** Fields that would change the answer, and name what the simulator does not have. */
  private static final List<String> UNSUPPORTED = List.of("background", "conversation", "prompt");

  private ResponseAskReader() {}

  static ChatAsk read(RequestFields request) {
    String model = request.neededText("model");
    refuseUnsupported(request);
    Dialogue dialogue = InputReader.read(request);
    return new ChatAsk(
        model,
        dialogue,
        sampling(request),
        OptionalLong.empty(),
        request
            .whole("max_output_tokens", LEAST_TOKENS, Integer.MAX_VALUE)
            .map(Long::intValue)
            .orElse(ChatAsk.MOST_TOKENS),
        1,
        request.flag("stream") ? Form.STREAM : Form.WHOLE,
        UsageWish.UNSAID,
        FunctionsReader.read(request),
        request.object("text").flatMap(text -> format(text, dialogue)),
        thinking(request, model));
  }

  private static void refuseUnsupported(RequestFields request) {
    for (String name : UNSUPPORTED) {
      boolean off = request.value(name).filter(value -> !value.equals(false)).isEmpty();
      if (!off) {
        throw InvalidRequest.unsupported(name, "");
      }
    }
    Optional<String> previous = request.text("previous_response_id");
    if (previous.isPresent()) {
      throw InvalidRequest.coded(
          "previous_response_id",
          "previous_response_not_found",
          "Previous response with id '" + previous.get() + "' not found.");
    }
  }

  private static Sampling sampling(RequestFields request) {
    return new Sampling(
        request.decimal("temperature", 0, 2).orElse(1.0),
        request.decimal("top_p", 0, 1).orElse(1.0),
        0,
        Sampling.Penalties.NONE,
        List.of(),
        alternatives(request));
  }

  /** The probabilities are sent if they are included; how many beside each token is said apart. */
  private static OptionalInt alternatives(RequestFields request) {
    Optional<Long> most = request.whole("top_logprobs", 0, MOST_ALTERNATIVES);
    boolean wanted = request.texts("include").contains("message.output_text.logprobs");
    return wanted ? OptionalInt.of(most.orElse(0L).intValue()) : OptionalInt.empty();
  }

  private static Optional<JsonFormat> format(RequestFields text, Dialogue dialogue) {
    Optional<RequestFields> format = text.object("format");
    return switch (format.flatMap(given -> given.word("type", FORMATS)).orElse("text")) {
      case "json_schema" -> format.map(ResponseAskReader::schema);
      case "json_object" -> Optional.of(object(text.place("format"), dialogue));
      default -> Optional.empty();
    };
  }

  private static JsonFormat schema(RequestFields format) {
    String name = format.neededText("name");
    FunctionName.check(name, format.place("name"));
    var schema = format.neededObject("schema");
    JsonFormat wanted = JsonFormat.of(schema.path(), name, schema.values());
    return format.flag("strict") ? wanted.strict() : wanted;
  }

  private static JsonFormat object(String place, Dialogue dialogue) {
    if (dialogue.texts().stream().noneMatch(it -> it.toLowerCase(Locale.ROOT).contains("json"))) {
      throw InvalidRequest.plain(
          "input",
          "Response input messages must contain the word 'json' in some form to use 'text.format'"
              + " of type 'json_object'.");
    }
    return JsonFormat.object(place, dialogue);
  }

  /** Reasoning is shown only if a summary of it is asked for. */
  private static Optional<Thinking> thinking(RequestFields request, String model) {
    Optional<RequestFields> reasoning = request.object("reasoning");
    Display display =
        reasoning.flatMap(it -> it.text("summary")).isPresent() ? Display.SHOWN : Display.HIDDEN;
    return reasoning
        .flatMap(it -> it.word("effort", ReasoningEffort.words()))
        .map(word -> ReasoningEffort.valueOf(word.toUpperCase(Locale.ROOT)))
        .or(() -> OfflineAnswers.usualEffort(model))
        .map(effort -> new Thinking(effort, display));
  }
}
