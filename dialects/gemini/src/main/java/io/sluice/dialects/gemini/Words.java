package io.sluice.dialects.gemini;

import io.sluice.chat.FinishReason;
import io.sluice.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * The words of enumerations, which a server may write as numbers if it was asked to, and what they
 * mean in the terms of {@code io.sluice.chat}.
 */
final class Words {

  private static final List<String> FINISH =
      List.of(
          "FINISH_REASON_UNSPECIFIED",
          "STOP",
          "MAX_TOKENS",
          "SAFETY",
          "RECITATION",
          "OTHER",
          "LANGUAGE",
          "BLOCKLIST",
          "PROHIBITED_CONTENT",
          "SPII",
          "MALFORMED_FUNCTION_CALL",
          "IMAGE_SAFETY",
          "UNEXPECTED_TOOL_CALL");

  private static final List<String> BLOCK =
      List.of("BLOCK_REASON_UNSPECIFIED", "SAFETY", "OTHER", "BLOCKLIST", "PROHIBITED_CONTENT");

  private Words() {}

  /** The word for the end of a candidate; empty for none. */
  static Optional<String> finish(JsonValue said) {
    return word(said, FINISH);
  }

  /** The word for why a prompt was blocked; empty for none. */
  static Optional<String> block(JsonValue said) {
    return word(said, BLOCK);
  }

  private static Optional<String> word(JsonValue said, List<String> words) {
    Optional<String> word =
        said.wholeNumber().isPresent()
            ? Optional.of(numbered(said.wholeNumber().getAsLong(), words))
            : said.string();
    return word.filter(it -> !it.isEmpty() && !it.endsWith("_UNSPECIFIED"));
  }

  private static String numbered(long number, List<String> words) {
    return number >= 0 && number < words.size() ? words.get((int) number) : Long.toString(number);
  }

  static FinishReason reason(String word) {
    return switch (word) {
      case "STOP" -> FinishReason.STOP;
      case "MAX_TOKENS" -> FinishReason.LENGTH;
      case "SAFETY",
          "RECITATION",
          "BLOCKLIST",
          "PROHIBITED_CONTENT",
          "SPII",
          "LANGUAGE",
          "IMAGE_SAFETY",
          "IMAGE_PROHIBITED_CONTENT",
          "IMAGE_RECITATION" ->
          FinishReason.CONTENT_FILTER;
      default -> new FinishReason(word);
    };
  }
}
