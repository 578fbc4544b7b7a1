package io.sluice.json;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Json;
import io.sluice.stream.Delta;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Irregularity.Kind;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonToken;

/**
 * Reads {@code content}: a string, or an array of parts, of which texts and thoughts are read. Any
 * other part is kept as an unmodelled field of its own, {@value AnswerFields#CONTENT_PARTS}, so
 * that it does not replace the text.
 */
final class ContentReader {

  private static final Set<String> THOUGHTS = Set.of("thinking", "reasoning", "reasoning_text");

  private final PayloadParser parser;
  private final Draft draft;

  ContentReader(PayloadParser parser, Draft draft) {
    this.parser = parser;
    this.draft = draft;
  }

  void read(int mark) {
    switch (parser.currentToken()) {
      case VALUE_STRING -> {
        int start = parser.valueStart(mark);
        draft.add(new Delta.Text(DeltaReader.CHOICE, parser.getString()), start, parser.position());
      }
      case VALUE_NULL -> {}
      case START_ARRAY -> parts();
      default -> {
        draft.irregular(Kind.UNEXPECTED_TYPE);
        keep(parser.json(mark));
      }
    }
  }

  private void parts() {
    int mark = parser.position();
    while (parser.next() != JsonToken.END_ARRAY) {
      part(new JsonValue(parser.json(mark)));
      mark = parser.position();
    }
  }

  private void part(JsonValue part) {
    Optional<JsonObject> object = part.object();
    Optional<String> text = part.string().or(() -> object.flatMap(ContentReader::text));
    Optional<String> thought = object.flatMap(ContentReader::thought);
    if (text.isPresent()) {
      draft.add(new Delta.Text(DeltaReader.CHOICE, text.get()));
    } else if (thought.isPresent()) {
      draft.add(new Delta.Reasoning(DeltaReader.CHOICE, thought.get()));
    } else {
      keep(part.json());
    }
  }

  private void keep(Json part) {
    var array = Json.verbatim("[" + part.text() + "]");
    draft.add(
        new Delta.Other(
            DeltaReader.CHOICE,
            Place.MESSAGE,
            AnswerFields.CONTENT_PARTS,
            array,
            Delta.Fold.APPEND));
  }

  private static Optional<String> text(JsonObject part) {
    String type = part.string("type").orElse("text");
    return type.equals("text") || type.equals("output_text")
        ? part.string("text")
        : Optional.empty();
  }

  private static Optional<String> thought(JsonObject part) {
    boolean thinks = part.string("type").filter(THOUGHTS::contains).isPresent();
    return thinks
        ? Optional.of(ReasoningReader.of(part)).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
