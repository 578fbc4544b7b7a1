package io.sluice.dialects.anthropic;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.Repetition;
import io.sluice.stream.Delta;
import io.sluice.stream.Delta.Place;
import java.util.Optional;

/** Visible text with its citations. */
final class TextBlock implements Block {

  private static final Repetition REPEATED = Repetition.of("text");

  private final JsonObject start;

  TextBlock(JsonObject start) {
    this.start = start;
  }

  @Override
  public void start(EventDraft draft) {
    start
        .members()
        .forEach(
            (name, value) -> {
              switch (name) {
                case "type" -> {}
                case "text" -> text(start, draft);
                case "citations" ->
                    start
                        .elements(name)
                        .ifPresent(
                            all ->
                                all.forEach(
                                    one -> draft.element(AnswerFields.ANNOTATIONS, one.json())));
                default -> draft.other(Place.MESSAGE, name, value);
              }
            });
  }

  @Override
  public void add(JsonObject delta, EventDraft draft) {
    String type = delta.string("type").orElse("text_delta");
    switch (type) {
      case "text_delta" -> {
        text(delta, draft);
        draft.repeats(REPEATED, words -> {});
      }
      case "citations_delta" ->
          delta
              .value("citation")
              .ifPresent(one -> draft.element(AnswerFields.ANNOTATIONS, one.json()));
      default -> delta.members().forEach((name, value) -> draft.other(Place.MESSAGE, name, value));
    }
  }

  @Override
  public void stop(EventDraft draft) {}

  @Override
  public Optional<Json> remnant() {
    return Optional.empty();
  }

  private static void text(JsonObject from, EventDraft draft) {
    from.string("text")
        .filter(words -> !words.isEmpty())
        .ifPresent(words -> draft.add(new Delta.Text(EventDraft.CHOICE, words)));
  }
}
