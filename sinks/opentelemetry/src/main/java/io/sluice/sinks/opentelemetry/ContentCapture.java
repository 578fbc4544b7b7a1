package io.sluice.sinks.opentelemetry;

/** Whether the words of prompts and answers are reported, and where. */
public enum ContentCapture {
  /** Nowhere. */
  NONE,
  /** As attributes of the span. */
  SPAN,
  /** As a log event {@code gen_ai.client.inference.operation.details} that belongs to the span. */
  EVENT
}
