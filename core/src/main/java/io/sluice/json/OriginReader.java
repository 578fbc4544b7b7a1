package io.sluice.json;

import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Origin;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonToken;

/**
 * Reads whose answer a chunk belongs to; hands out one instance for as long as it stays the same.
 * Mutable; for one thread at a time.
 */
final class OriginReader {

  /** What servers write that know no date, and what a missing one counts as. */
  private static final long UNKNOWN_DATE = 0;

  private final PayloadParser parser;
  private final Draft draft;
  private final Numbers numbers;
  private final RepeatedText ids = new RepeatedText();
  private final RepeatedText models = new RepeatedText();
  private Origin last = Origin.UNKNOWN;
  private long lastCreated = UNKNOWN_DATE;
  private String id = "";
  private String model = "";
  private long created = UNKNOWN_DATE;

  OriginReader(PayloadParser parser, Draft draft) {
    this.parser = parser;
    this.draft = draft;
    this.numbers = new Numbers(parser, draft);
  }

  void begin() {
    id = "";
    model = "";
    created = UNKNOWN_DATE;
  }

  void readId() {
    id = text(ids);
  }

  void readModel() {
    model = text(models);
  }

  void readCreated() {
    created = numbers.read(UNKNOWN_DATE);
  }

  Origin origin() {
    boolean same = id.equals(last.id()) && model.equals(last.model()) && created == lastCreated;
    if (!same) {
      last = new Origin(id, model, date());
      lastCreated = created;
    }
    return last;
  }

  private Optional<Instant> date() {
    boolean known = created > UNKNOWN_DATE && created <= Instant.MAX.getEpochSecond();
    return known ? Optional.of(Instant.ofEpochSecond(created)) : Optional.empty();
  }

  private String text(RepeatedText repeated) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return repeated.read(parser);
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      draft.irregular(Kind.UNEXPECTED_TYPE);
      parser.skipValue();
    }
    return "";
  }
}
