package io.sluice.json;

import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Origin;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonToken;

/**
 * Reads the server's id, model and date of a chunk; returns the same instance as long as they do
 * not change. Mutable; for one thread at a time.
 */
final class OriginReader {

  /** The date that servers without a clock write, and the value for a missing one. */
  static final long UNKNOWN_DATE = 0;

  private final PayloadParser parser;
  private final Draft draft;
  private final Numbers numbers;
  private ReaderState remembered = new ReaderState(ReaderState.UNKNOWN_CHOICES);
  private String id = "";
  private String model = "";
  private long created = UNKNOWN_DATE;

  OriginReader(PayloadParser parser, Draft draft) {
    this.parser = parser;
    this.draft = draft;
    this.numbers = new Numbers(parser, draft);
  }

  void begin(ReaderState before) {
    remembered = before;
    id = "";
    model = "";
    created = UNKNOWN_DATE;
  }

  void readId() {
    id = text(remembered.origin.id());
  }

  void readModel() {
    model = text(remembered.origin.model());
  }

  void readCreated() {
    created = numbers.read(UNKNOWN_DATE);
  }

  Origin origin() {
    Origin last = remembered.origin;
    boolean same =
        id.equals(last.id()) && model.equals(last.model()) && created == remembered.created;
    if (!same) {
      remembered.origin = new Origin(id, model, date());
      remembered.created = created;
    }
    return remembered.origin;
  }

  private Optional<Instant> date() {
    boolean known = created > UNKNOWN_DATE && created <= Instant.MAX.getEpochSecond();
    return known ? Optional.of(Instant.ofEpochSecond(created)) : Optional.empty();
  }

  /**
   * The string the parser is at: {@code last} itself where it reads the same, as it mostly does.
   */
  private String text(String last) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return isAt(last) ? last : parser.getString();
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      draft.irregular(Kind.UNEXPECTED_TYPE);
      parser.skipValue();
    }
    return "";
  }

  private boolean isAt(String last) {
    int length = parser.getStringLength();
    if (length != last.length()) {
      return false;
    }
    char[] characters = parser.getStringCharacters();
    int offset = parser.getStringOffset();
    for (int i = 0; i < length; i++) {
      if (characters[offset + i] != last.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
