package io.sluice.tokens.prompt;

import io.sluice.tokens.TokenCounter;
import io.sluice.tokens.TokenEncoding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up the tokens of a prompt, part by part. Mutable; for one prompt. */
final class PartCounter {
  private final Map<String, Long> parts = new LinkedHashMap<>();
  private final TokenCounter counter;

  PartCounter(TokenEncoding encoding) {
    counter = TokenCounter.of(encoding);
  }

  /** Adds a fixed price. */
  void add(String part, long tokens) {
    parts.merge(part, tokens, Long::sum);
  }

  /** Adds the tokens of a text. */
  void text(String part, String text) {
    add(part, tokens(text));
  }

  /** Adds the tokens of texts that are one; a token over a seam counts for the later one. */
  void joined(List<Segment> segments) {
    counter.clear();
    long before = 0;
    for (Segment segment : segments) {
      long after = counter.append(segment.text()).count();
      add(segment.part(), after - before);
      before = after;
    }
  }

  /** The tokens of a text, without adding them. */
  long tokens(String text) {
    return counter.clear().append(text).count();
  }

  long total() {
    return parts.values().stream().mapToLong(Long::longValue).sum();
  }

  List<PromptPart> parts() {
    return parts.entrySet().stream()
        .filter(part -> part.getValue() != 0)
        .map(part -> new PromptPart(part.getKey(), part.getValue()))
        .toList();
  }
}
