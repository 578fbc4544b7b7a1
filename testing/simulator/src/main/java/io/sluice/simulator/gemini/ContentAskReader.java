package io.sluice.simulator.gemini;

import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.ChatAsk.Form;
import io.sluice.simulator.chat.ChatAsk.UsageWish;
import io.sluice.simulator.chat.Dialogue;
import io.sluice.simulator.chat.JsonFormat;
import io.sluice.simulator.model.Sampling;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.RequestFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads a request for content. */
final class ContentAskReader {
  private static final String CONFIG = "generationConfig";
  private static final String JSON = "application/json";
  private static final int MOST_CANDIDATES = 8;

  private ContentAskReader() {}

  /**
   * Reads the request with these fields.
   *
   * @param model as the path names it
   * @param form as the path says it
   */
  static ChatAsk read(RequestFields request, String model, Form form) {
    Dialogue dialogue = ContentsReader.read(request);
    RequestFields config =
        request.object(CONFIG).orElseGet(() -> new RequestFields(CONFIG, Map.of()));
    if (request.value("cachedContent").isPresent()) {
      throw InvalidRequest.unsupported("cachedContent", "");
    }
    return new ChatAsk(
        model,
        dialogue,
        sampling(config),
        config
            .whole("seed", Integer.MIN_VALUE, Integer.MAX_VALUE)
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty()),
        config
            .whole("maxOutputTokens", 1, Integer.MAX_VALUE)
            .map(Long::intValue)
            .orElse(ChatAsk.MOST_TOKENS),
        config.whole("candidateCount", 1, MOST_CANDIDATES).map(Long::intValue).orElse(1),
        form,
        UsageWish.UNSAID,
        DeclarationsReader.read(request),
        format(config, dialogue),
        ThinkingReader.read(config, model));
  }

  private static Sampling sampling(RequestFields config) {
    return new Sampling(
        config.decimal("temperature", 0, 2).orElse(1.0),
        config.decimal("topP", 0, 1).orElse(1.0),
        0,
        new Sampling.Penalties(
            config.decimal("frequencyPenalty", -2, 2).orElse(0.0),
            config.decimal("presencePenalty", -2, 2).orElse(0.0)),
        config.stops("stopSequences"),
        OptionalInt.empty());
  }

  private static Optional<JsonFormat> format(RequestFields config, Dialogue dialogue) {
    Optional<String> type =
        config.word("responseMimeType", List.of("text/plain", JSON)).filter(JSON::equals);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Optional<RequestFields> schema =
        config
            .object("responseJsonSchema")
            .or(() -> config.object("_responseJsonSchema"))
            .or(() -> config.object("responseSchema"));
    return Optional.of(
        schema
            .map(it -> JsonFormat.of(it.path(), it.path(), OpenApiSchema.jsonSchema(it.values())))
            .orElseGet(() -> JsonFormat.object(config.place("responseMimeType"), dialogue)));
  }
}
