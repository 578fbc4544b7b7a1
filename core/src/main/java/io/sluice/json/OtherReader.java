package io.sluice.json;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Json;
import io.sluice.stream.Delta;
import io.sluice.stream.Delta.Place;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonToken;

/**
 * Reads fields that are not modelled, verbatim. Some have the same value in every chunk (a
 * fingerprint, a tier), so an unchanged value is the same instance. Each is assigned to choice 0
 * first, since the choice's index may follow. Mutable; for one thread at a time.
 */
final class OtherReader {

  private static final int REMEMBERED = 64;
  private static final int LONGEST_REMEMBERED = 1024;

  private final PayloadParser parser;
  private final Draft draft;
  private Map<String, Delta.Other> last = new HashMap<>();

  OtherReader(PayloadParser parser, Draft draft) {
    this.parser = parser;
    this.draft = draft;
  }

  void begin(ReaderState before) {
    last = before.others;
  }

  /** Adds the field of that name with the value at the parser's position, unless it is null. */
  void read(Place place, String name, int mark) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    parser.skipValue();
    addText(place, name, parser.valueStart(mark));
  }

  /** Adds the field of that name whose value began at {@code start} and was already read. */
  void addText(Place place, String name, int start) {
    Delta.Other before = last.get(name);
    if (before != null && before.place() == place && reads(before, start)) {
      add(before, start);
    } else {
      var value = Json.verbatim(parser.text(start));
      add(remembered(new Delta.Other(DeltaReader.CHOICE, place, name, value, fold(name))), start);
    }
  }

  /**
   * Most fields are said anew each time; these few are said piece by piece: {@code audio} and
   * {@code annotations} by OpenAI, {@code reasoning_details} and {@code images} by OpenRouter.
   */
  private static Delta.Fold fold(String name) {
    return switch (name) {
      case AnswerFields.ANNOTATIONS, AnswerFields.CONTENT_PARTS, "images" -> Delta.Fold.APPEND;
      case AnswerFields.CONTENT_ORDER, "logprobs" -> Delta.Fold.APPEND_MEMBERS;
      case AnswerFields.AUDIO -> Delta.Fold.APPEND_STRINGS;
      case AnswerFields.REASONING_DETAILS -> Delta.Fold.MERGE_ELEMENTS;
      default -> Delta.Fold.LAST;
    };
  }

  private void add(Delta.Other other, int start) {
    if (parser.isStringAt(start)) {
      draft.add(other, start, parser.position());
    } else {
      draft.add(other);
    }
  }

  private Delta.Other remembered(Delta.Other other) {
    boolean known = last.size() < REMEMBERED || last.containsKey(other.name());
    if (known && other.value().text().length() <= LONGEST_REMEMBERED) {
      last.put(other.name(), other);
    }
    return other;
  }

  private boolean reads(Delta.Other before, int start) {
    return parser.reads(start, before.value().text());
  }
}
