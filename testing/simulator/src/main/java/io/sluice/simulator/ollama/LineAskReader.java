package io.sluice.simulator.ollama;

import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.ChatAsk.Form;
import io.sluice.simulator.chat.ChatAsk.UsageWish;
import io.sluice.simulator.chat.Dialogue;
import io.sluice.simulator.chat.DialogueBuilder;
import io.sluice.simulator.chat.JsonFormat;
import io.sluice.simulator.chat.OfferedTool;
import io.sluice.simulator.chat.OfflineAnswers;
import io.sluice.simulator.chat.Thinking;
import io.sluice.simulator.chat.ToolUse;
import io.sluice.simulator.chat.TurnContent;
import io.sluice.simulator.model.ReasoningEffort;
import io.sluice.simulator.model.Sampling;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.RequestFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads a request for an answer to a conversation, or to a bare prompt. */
final class LineAskReader {
  private static final String OPTIONS = "options";
  private static final int NO_TOKENS = 0;
  private static final String THINK = "think";
  private static final String FORMAT = "format";

  private LineAskReader() {}

  static ChatAsk chat(RequestFields request) {
    return read(request, LineMessages.read(request));
  }

  static ChatAsk prompt(RequestFields request) {
    var dialogue = new DialogueBuilder();
    request.text("system").ifPresent(dialogue::system);
    var prompt = new TurnContent(request.text("prompt").orElse(""), LineMessages.pictures(request));
    if (!prompt.text().isEmpty() || !prompt.pictures().isEmpty()) {
      dialogue.user(prompt);
    }
    return read(request, dialogue.dialogue());
  }

  /** Whether a request says nothing, so that the model is loaded and does not answer. */
  static boolean loads(ChatAsk ask) {
    return ask.maxTokens() == NO_TOKENS;
  }

  private static ChatAsk read(RequestFields request, Dialogue dialogue) {
    String model = request.neededText("model");
    RequestFields options =
        request.object(OPTIONS).orElseGet(() -> new RequestFields(OPTIONS, Map.of()));
    boolean whole = request.value("stream").isPresent() && !request.flag("stream");
    return new ChatAsk(
        model,
        dialogue,
        sampling(options),
        options
            .whole("seed", Long.MIN_VALUE, Long.MAX_VALUE)
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty()),
        dialogue.texts().isEmpty() ? NO_TOKENS : most(options),
        1,
        whole ? Form.WHOLE : Form.STREAM,
        UsageWish.UNSAID,
        tools(request),
        format(request, dialogue),
        thinking(request, model).map(Thinking::shown));
  }

  private static Sampling sampling(RequestFields options) {
    return new Sampling(
        options.decimal("temperature", 0, 2).orElse(1.0),
        options.decimal("top_p", 0, 1).orElse(1.0),
        0,
        new Sampling.Penalties(
            options.decimal("frequency_penalty", -2, 2).orElse(0.0),
            options.decimal("presence_penalty", -2, 2).orElse(0.0)),
        options.stops("stop"),
        OptionalInt.empty());
  }

  /** A negative number is no bound. */
  private static int most(RequestFields options) {
    return options
        .whole("num_predict", Integer.MIN_VALUE, Integer.MAX_VALUE)
        .map(Long::intValue)
        .filter(most -> most > 0)
        .orElse(ChatAsk.MOST_TOKENS);
  }

  private static ToolUse tools(RequestFields request) {
    List<OfferedTool> tools =
        request.objects("tools").orElse(List.of()).stream().map(LineAskReader::tool).toList();
    return tools.isEmpty()
        ? ToolUse.NONE
        : new ToolUse(tools, ToolUse.Mode.AUTO, ToolUse.Limit.SEVERAL);
  }

  private static OfferedTool tool(RequestFields tool) {
    RequestFields function = tool.neededObject("function");
    return OfferedTool.of(
        function.place("parameters"),
        function.neededText("name"),
        function.text("description").orElse(""),
        function.object("parameters").map(RequestFields::values).orElse(Map.of()));
  }

  private static Optional<JsonFormat> format(RequestFields request, Dialogue dialogue) {
    Optional<Object> format = request.value(FORMAT).filter(given -> !given.equals(""));
    if (format.isEmpty()) {
      return Optional.empty();
    }
    if (format.get() instanceof String) {
      request.word(FORMAT, List.of("json"));
      return Optional.of(JsonFormat.object(FORMAT, dialogue));
    }
    return request.object(FORMAT).map(schema -> JsonFormat.of(FORMAT, FORMAT, schema.values()));
  }

  private static Optional<ReasoningEffort> thinking(RequestFields request, String model) {
    Object think = request.value(THINK).orElse("");
    if (think.equals("")) {
      return OfflineAnswers.usualEffort(model);
    }
    if (think instanceof Boolean wanted) {
      return Optional.of(wanted ? ReasoningEffort.MEDIUM : ReasoningEffort.NONE);
    }
    if (!(think instanceof String)) {
      throw InvalidRequest.type(THINK, "one of a boolean or string", think);
    }
    return request
        .word(THINK, List.of("low", "medium", "high"))
        .map(word -> ReasoningEffort.valueOf(word.toUpperCase(Locale.ROOT)));
  }
}
