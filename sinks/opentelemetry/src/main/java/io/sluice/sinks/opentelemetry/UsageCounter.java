package io.sluice.sinks.opentelemetry;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;

/** Counts the tokens of answers whose servers do not report all figures. Thread-safe. */
@FunctionalInterface
public interface UsageCounter {

  /** The tokens of a request and its answer; called on the thread of the run when it has ended. */
  CountedUsage count(ChatRequest request, Completion answer);
}
