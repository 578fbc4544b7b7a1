package io.sluice.simulator.anthropic;

import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.ChatAsk.Form;
import io.sluice.simulator.chat.ChatAsk.UsageWish;
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

/** Reads a request for a message. */
final class MessagesAskReader {
  private static final List<String> EFFORTS = List.of("low", "medium", "high", "xhigh", "max");
  private static final List<String> THINKING = List.of("enabled", "adaptive", "disabled");
  private static final List<String> DISPLAYS = List.of("summarized", "omitted");

  /** The least that the real server takes as a budget for reasoning. */
  private static final int LEAST_BUDGET = 1024;

  private static final int MEDIUM_BUDGET = 4096;
  private static final int HIGH_BUDGET = 16_384;

  private MessagesAskReader() {}

  static ChatAsk read(RequestFields request) {
    String model = request.neededText("model");
    long most =
        request
            .whole("max_tokens", 1, Integer.MAX_VALUE)
            .orElseThrow(() -> InvalidRequest.missing("max_tokens"));
    return new ChatAsk(
        model,
        TurnsReader.read(request),
        sampling(request),
        OptionalLong.empty(),
        (int) most,
        1,
        request.flag("stream") ? Form.STREAM : Form.WHOLE,
        UsageWish.UNSAID,
        ToolUsesReader.read(request),
        request.object("output_config").flatMap(MessagesAskReader::format),
        thinking(request, model));
  }

  private static Sampling sampling(RequestFields request) {
    return new Sampling(
        request.decimal("temperature", 0, 1).orElse(1.0),
        request.decimal("top_p", 0, 1).orElse(1.0),
        0,
        Sampling.Penalties.NONE,
        request.stops("stop_sequences"),
        OptionalInt.empty());
  }

  private static Optional<JsonFormat> format(RequestFields config) {
    return config
        .object("format")
        .map(
            format -> {
              format.word("type", List.of("json_schema"));
              RequestFields schema = format.neededObject("schema");
              return JsonFormat.of(schema.path(), "output_config.format", schema.values());
            });
  }

  /** Reasoning is wanted if {@code thinking} says so; an effort only says how much of it. */
  private static Optional<Thinking> thinking(RequestFields request, String model) {
    Optional<RequestFields> thinking = request.object("thinking");
    String type = thinking.flatMap(it -> it.word("type", THINKING)).orElse("");
    if (type.equals("disabled")) {
      return Optional.empty();
    }
    Optional<ReasoningEffort> budget = thinking.flatMap(MessagesAskReader::budget);
    Optional<ReasoningEffort> effort =
        type.isEmpty()
            ? OfflineAnswers.usualEffort(model)
            : budget.or(() -> effort(request)).or(() -> Optional.of(ReasoningEffort.HIGH));
    String display = thinking.flatMap(it -> it.word("display", DISPLAYS)).orElse("summarized");
    return effort.map(
        it -> new Thinking(it, display.equals("omitted") ? Display.HIDDEN : Display.SHOWN));
  }

  private static Optional<ReasoningEffort> effort(RequestFields request) {
    return request
        .object("output_config")
        .flatMap(config -> config.word("effort", EFFORTS))
        .map(word -> word.equals("max") ? "xhigh" : word)
        .map(word -> ReasoningEffort.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  private static Optional<ReasoningEffort> budget(RequestFields thinking) {
    return thinking
        .whole("budget_tokens", LEAST_BUDGET, Integer.MAX_VALUE)
        .map(
            tokens ->
                tokens >= HIGH_BUDGET
                    ? ReasoningEffort.HIGH
                    : tokens >= MEDIUM_BUDGET ? ReasoningEffort.MEDIUM : ReasoningEffort.LOW);
  }
}
