package io.sluice.tokens;

import io.sluice.stream.Delta;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what is added to one choice, by kind. Mutable; for one thread at a time. */
final class ChoiceCounter {

  private enum Kind {
    TEXT,
    REASONING,
    REFUSAL
  }

  private final int choice;
  private final TokenEncoding encoding;
  private final Map<Kind, TokenCounter> kinds = new EnumMap<>(Kind.class);
  private final Map<Integer, TokenCounter> arguments = new HashMap<>();

  ChoiceCounter(int choice, TokenEncoding encoding) {
    this.choice = choice;
    this.encoding = encoding;
  }

  /** Takes a delta, and tells by how much the count has changed. */
  long add(Delta delta) {
    if (delta instanceof Delta.Text more) {
      return add(Kind.TEXT, kinds, more.text());
    }
    if (delta instanceof Delta.Reasoning more) {
      return add(Kind.REASONING, kinds, more.text());
    }
    if (delta instanceof Delta.Refusal more) {
      return add(Kind.REFUSAL, kinds, more.text());
    }
    if (delta instanceof Delta.ToolCall more) {
      return add(more.index(), arguments, more.arguments());
    }
    return 0;
  }

  private <K> long add(K key, Map<K, TokenCounter> counters, String more) {
    TokenCounter counter = counters.get(key);
    if (counter == null) {
      counter = TokenCounter.of(encoding);
      counters.put(key, counter);
    }
    long before = counter.count();
    return counter.append(more).count() - before;
  }

  ChoiceTokens result() {
    return new ChoiceTokens(
        choice,
        count(kinds.get(Kind.TEXT)),
        count(kinds.get(Kind.REASONING)),
        count(kinds.get(Kind.REFUSAL)),
        arguments.values().stream().mapToLong(TokenCounter::count).sum());
  }

  private static long count(@Nullable TokenCounter counter) {
    return counter == null ? 0 : counter.count();
  }
}
