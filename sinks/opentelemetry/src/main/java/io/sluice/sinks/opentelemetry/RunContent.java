package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.context.Context;
import io.sluice.chat.ChatRequest;
import io.sluice.sinks.opentelemetry.RunReport.Told;
import io.sluice.stream.Outcome;
import java.util.Optional;

/** The words of a request and its answer, reported where the telemetry was told to. Stateless. */
final class RunContent {

  /** The name of the event in the conventions. */
  private static final String EVENT = "gen_ai.client.inference.operation.details";

  private RunContent() {}

  /** Reports the words on the span, as an event that belongs to it, or not at all. */
  static void report(
      Told run, Optional<ChatRequest> request, Outcome outcome, GenAiTelemetry telemetry) {
    switch (telemetry.content) {
      case NONE -> {}
      case SPAN -> run.span().setAllAttributes(words(request, outcome, telemetry.contentText));
      case EVENT ->
          run.target()
              .logger()
              .logRecordBuilder()
              .setEventName(EVENT)
              .setContext(Context.root().with(run.span()))
              .setAllAttributes(words(request, outcome, telemetry.contentText))
              .emit();
    }
  }

  private static Attributes words(
      Optional<ChatRequest> request, Outcome outcome, ContentText texts) {
    var parts = new MessageSchema(texts);
    AttributesBuilder words = Attributes.builder();
    request.ifPresent(
        asked -> {
          words.put(Keys.INPUT, parts.input(asked.messages()));
          parts.instructions(asked.messages()).ifPresent(text -> words.put(Keys.SYSTEM_TEXT, text));
          parts.tools(asked.tools()).ifPresent(tools -> words.put(Keys.TOOLS, tools));
        });
    words.put(Keys.OUTPUT, parts.output(outcome.completion().choices()));
    return words.build();
  }
}
