package io.sluice.json;

import io.sluice.stream.Irregularity.Kind;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/** Reads whole numbers as servers write them: some as a fraction or a string, some not at all. */
final class Numbers {

  private static final int LONGEST_QUOTED = 18;

  private final PayloadParser parser;
  private final Draft draft;

  Numbers(PayloadParser parser, Draft draft) {
    this.parser = parser;
    this.draft = draft;
  }

  /**
   * The number at the parser's position; {@code otherwise} for null and for anything that is no
   * such number.
   */
  long read(long otherwise) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER) {
      return parser.getLongValue();
    }
    if (token == JsonToken.VALUE_NULL) {
      return otherwise;
    }
    draft.irregular(Kind.UNEXPECTED_TYPE);
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      double value = parser.getDoubleValue();
      return Math.abs(value) < Long.MAX_VALUE ? (long) Math.floor(value) : otherwise;
    }
    if (token == JsonToken.VALUE_STRING) {
      return quoted(parser.getString(), otherwise);
    }
    parser.skipValue();
    return otherwise;
  }

  private static long quoted(String text, long otherwise) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && text.length() <= LONGEST_QUOTED ? Long.parseLong(text) : otherwise;
  }
}
