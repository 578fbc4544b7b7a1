package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.sluice.chat.Usage;
import io.sluice.sinks.opentelemetry.GenAiTelemetry.Extra;
import io.sluice.stream.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The attributes that some backends read beside those of the conventions. Stateless. */
final class ExtraAttributes {

  private ExtraAttributes() {}

  /**
   * The attributes of a run that has ended.
   *
   * @param end when it ended
   */
  static Attributes of(Outcome outcome, Attributes begun, Instant end, Set<Extra> extras) {
    AttributesBuilder more = Attributes.builder();
    if (extras.contains(Extra.LANGFUSE)) {
      langfuse(more, outcome, end);
    }
    if (extras.contains(Extra.OPENINFERENCE)) {
      openInference(more, outcome, begun);
    }
    return more.build();
  }

  /** The marks count from the request, so the moment is found from the end. */
  private static void langfuse(AttributesBuilder more, Outcome outcome, Instant end) {
    Duration total = outcome.timing().total().orElse(Duration.ZERO);
    outcome
        .timing()
        .firstToken()
        .map(first -> end.minus(total).plus(first))
        .ifPresent(at -> more.put("langfuse.observation.completion_start_time", at.toString()));
  }

  private static void openInference(AttributesBuilder more, Outcome outcome, Attributes begun) {
    more.put("openinference.span.kind", "LLM");
    String answered = outcome.completion().model();
    String asked = begun.get(Keys.REQUEST_MODEL);
    more.put("llm.model_name", answered.isEmpty() && asked != null ? asked : answered);
    String provider = begun.get(Keys.PROVIDER);
    if (provider != null) {
      more.put("llm.system", provider);
    }
    outcome.completion().usage().ifPresent(usage -> counts(more, usage));
  }

  private static void counts(AttributesBuilder more, Usage usage) {
    if (usage.tellsPrompt()) {
      more.put("llm.token_count.prompt", usage.promptTokens());
    }
    if (usage.tellsCompletion()) {
      more.put("llm.token_count.completion", usage.completionTokens());
    }
    if (usage.tellsAll()) {
      more.put("llm.token_count.total", usage.totalTokens());
    }
  }
}
