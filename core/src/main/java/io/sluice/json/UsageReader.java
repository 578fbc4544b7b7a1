package io.sluice.json;

import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.stream.Irregularity.Kind;
import java.util.Optional;
import tools.jackson.core.JsonToken;

/** Reads the server's usage from any place in a chunk. */
final class UsageReader {

  private static final long ABSENT = -1;

  private final PayloadParser parser;
  private final Draft draft;
  private final Numbers numbers;

  UsageReader(PayloadParser parser, Draft draft) {
    this.parser = parser;
    this.draft = draft;
    this.numbers = new Numbers(parser, draft);
  }

  /** The usage at the parser's position; null and an empty object are none. */
  Optional<Usage> read(int mark) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(parser.valueStart(mark));
    }
    if (token != JsonToken.VALUE_NULL) {
      draft.irregular(Kind.UNEXPECTED_TYPE);
      parser.skipValue();
    }
    return Optional.empty();
  }

  private Optional<Usage> object(int start) {
    long prompt = ABSENT;
    long completion = ABSENT;
    long total = ABSENT;
    boolean empty = true;
    while (parser.nextMember()) {
      String name = parser.currentName();
      parser.next();
      empty = false;
      switch (name) {
        case "prompt_tokens" -> prompt = numbers.read(ABSENT);
        case "completion_tokens" -> completion = numbers.read(ABSENT);
        case "total_tokens" -> total = numbers.read(ABSENT);
        default -> parser.skipValue();
      }
    }
    if (empty) {
      return Optional.empty();
    }
    Usage.Builder usage = Usage.builder(Json.verbatim(parser.text(start)));
    if (prompt != ABSENT) {
      usage.promptTokens(prompt);
    }
    if (completion != ABSENT) {
      usage.completionTokens(completion);
    }
    return Optional.of((total == ABSENT ? usage : usage.totalTokens(total)).build());
  }
}
