package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Choice;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.json.JsonValue;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.StreamOptions.Form;
import io.sluice.telemetry.FailureWord;
import io.sluice.telemetry.RunFacts;
import io.sluice.telemetry.RunStart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What the span of a run says, and by what its figures are sorted. Stateless. */
final class SpanAttributes {

  /** Names under which callers put a conversation and a row of a batch among the attributes. */
  private static final String CONVERSATION = "conversation";

  private static final String BATCH_ROW = "custom_id";

  private SpanAttributes() {}

  /** What metrics are sorted by from the start: nothing that has many values. */
  static Attributes sortedBy(RunFacts run) {
    AttributesBuilder sorted =
        Attributes.builder()
            .put(Keys.OPERATION, RunFacts.OPERATION)
            .put(Keys.PROVIDER, run.provider())
            .put(Keys.REQUEST_MODEL, run.model());
    run.server()
        .ifPresent(
            server -> sorted.put(Keys.SERVER, server.host()).put(Keys.PORT, (long) server.port()));
    return sorted.build();
  }

  /** The same, and the model that answered. */
  static Attributes answered(Attributes sortedBy, Outcome outcome) {
    String model = outcome.completion().model();
    return model.isEmpty()
        ? sortedBy
        : sortedBy.toBuilder().put(Keys.RESPONSE_MODEL, model).build();
  }

  /** What the span says when the run begins. */
  static Attributes begun(RunStart run, Attributes sortedBy) {
    AttributesBuilder span = sortedBy.toBuilder();
    run.id().ifPresent(id -> span.put(Keys.RUN, id));
    span.put(Keys.STREAM, run.form() == Form.STREAMED);
    put(span, Keys.CONVERSATION, run.attributes().get(CONVERSATION));
    put(span, Keys.BATCH_ROW, run.attributes().get(BATCH_ROW));
    run.request().ifPresent(request -> asked(span, request));
    return span.build();
  }

  static Attributes retry(Retry retry) {
    return Attributes.builder()
        .put(Keys.ATTEMPT, (long) retry.attempt())
        .put(Keys.DELAY, retry.delay().toMillis())
        .put(Keys.ERROR, FailureWord.of(retry.cause()))
        .build();
  }

  /** What the span says in the end, the error and the tokens apart. */
  static Attributes ended(Outcome outcome) {
    AttributesBuilder span =
        answered(Attributes.empty(), outcome).toBuilder()
            .put(Keys.STATUS, outcome.status().word())
            .put(Keys.ATTEMPTS, (long) outcome.timing().attempts())
            .put(Keys.CHUNKS, outcome.chunks())
            .put(
                Keys.IRREGULARITIES,
                outcome.irregularities().stream().mapToLong(Irregularity::times).sum());
    String id = outcome.completion().id();
    put(span, Keys.RESPONSE_ID, id.isEmpty() ? null : id);
    List<String> finishes =
        outcome.completion().choices().stream()
            .map(Choice::finishReason)
            .flatMap(Optional::stream)
            .map(FinishReason::value)
            .toList();
    if (!finishes.isEmpty()) {
      span.put(Keys.FINISH, finishes);
    }
    outcome
        .timing()
        .firstChunk()
        .map(EndedRun::seconds)
        .ifPresent(at -> span.put(Keys.FIRST_CHUNK, at));
    outcome
        .timing()
        .firstToken()
        .map(EndedRun::seconds)
        .ifPresent(at -> span.put(Keys.FIRST_TOKEN, at));
    return span.build();
  }

  private static void asked(AttributesBuilder span, ChatRequest request) {
    put(span, Keys.TEMPERATURE, request.temperature());
    put(span, Keys.TOP_P, request.topP());
    put(span, Keys.TOP_K, number(request, "top_k"));
    put(span, Keys.FREQUENCY, number(request, "frequency_penalty"));
    put(span, Keys.PRESENCE, number(request, "presence_penalty"));
    request.maxTokens().ifPresent(tokens -> span.put(Keys.MAX_TOKENS, (long) tokens));
    request.seed().ifPresent(seed -> span.put(Keys.SEED, seed));
    if (!request.stop().isEmpty()) {
      span.put(Keys.STOP, request.stop());
    }
    if (request.expectedChoices() != 1) {
      span.put(Keys.CHOICES, (long) request.expectedChoices());
    }
    if (asksForJson(request)) {
      span.put(Keys.OUTPUT_TYPE, "json");
    }
  }

  private static boolean asksForJson(ChatRequest request) {
    return Optional.ofNullable(request.other().get("response_format"))
        .map(format -> JsonValue.read(format.text()))
        .flatMap(JsonValue::object)
        .flatMap(format -> format.string("type"))
        .filter(type -> type.startsWith("json"))
        .isPresent();
  }

  private static OptionalDouble number(ChatRequest request, String name) {
    Json value = request.other().get(name);
    return value == null ? OptionalDouble.empty() : JsonValue.read(value.text()).number();
  }

  private static void put(AttributesBuilder span, AttributeKey<Double> key, OptionalDouble value) {
    value.ifPresent(number -> span.put(key, number));
  }

  private static void put(
      AttributesBuilder span, AttributeKey<String> key, @Nullable String value) {
    if (value != null) {
      span.put(key, value);
    }
  }
}
