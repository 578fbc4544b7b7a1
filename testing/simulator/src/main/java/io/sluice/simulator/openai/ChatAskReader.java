package io.sluice.simulator.openai;

import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.ChatAsk.Form;
import io.sluice.simulator.chat.ChatAsk.UsageWish;
import io.sluice.simulator.chat.Dialogue;
import io.sluice.simulator.chat.OfflineAnswers;
import io.sluice.simulator.chat.Thinking;
import io.sluice.simulator.model.ReasoningEffort;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.RequestFields;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a chat request, as strictly as the real server where a mistake would change the answer. */
final class ChatAskReader {
  private static final int MOST_CHOICES = 128;

  private ChatAskReader() {}

  /**
   * Reads the request with these fields.
   *
   * @throws InvalidRequest naming the field that is missing or wrong
   */
  static ChatAsk read(RequestFields fields) {
    String model = fields.neededText("model");
    Dialogue dialogue = DialogueReader.read(fields);
    UnsupportedFields.refuse(fields);
    return new ChatAsk(
        model,
        dialogue,
        SamplingReader.read(fields),
        fields
            .whole("seed", Long.MIN_VALUE, Long.MAX_VALUE)
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty()),
        SamplingReader.maxTokens(fields),
        fields.whole("n", 1, MOST_CHOICES).map(Long::intValue).orElse(1),
        fields.flag("stream") ? Form.STREAM : Form.WHOLE,
        usage(fields),
        ToolsReader.read(fields),
        FormatReader.read(fields, dialogue),
        effort(fields, model).map(Thinking::shown));
  }

  private static UsageWish usage(RequestFields fields) {
    Optional<RequestFields> options = fields.object("stream_options");
    if (options.isEmpty()) {
      return UsageWish.UNSAID;
    }
    if (!fields.flag("stream")) {
      throw InvalidRequest.plain(
          "stream_options",
          "The 'stream_options' parameter is only allowed when 'stream' is enabled.");
    }
    return options.get().flag("include_usage") ? UsageWish.INCLUDED : UsageWish.NOT_INCLUDED;
  }

  /** What the request says, or else a model by whose name it thinks. */
  private static Optional<ReasoningEffort> effort(RequestFields fields, String model) {
    return fields
        .word("reasoning_effort", ReasoningEffort.words())
        .map(word -> ReasoningEffort.valueOf(word.toUpperCase(Locale.ROOT)))
        .or(() -> OfflineAnswers.usualEffort(model));
  }
}
