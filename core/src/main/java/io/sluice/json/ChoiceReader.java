package io.sluice.json;

import io.sluice.chat.FinishReason;
import io.sluice.stream.Delta;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonToken;

/**
 * Reads one element of {@code choices}. A {@code delta} takes precedence over a {@code message}
 * beside it, which some servers send as the text so far. A message is used if no delta of the
 * stream had any content, once for each choice: then it is the whole answer. Mutable; for one
 * thread at a time.
 */
final class ChoiceReader {
  private final PayloadParser parser;
  private final Draft draft;
  private final Numbers numbers;
  private final OtherReader others;
  private final DeltaReader deltas;
  private final UsageReader usage;
  private final List<ChoiceDraft> read = new ArrayList<>();
  private ReaderState remembered = new ReaderState(ReaderState.UNKNOWN_CHOICES);
  private ChoiceDraft choice = new ChoiceDraft(0);

  ChoiceReader(PayloadParser parser, Draft draft, OtherReader others) {
    this.parser = parser;
    this.draft = draft;
    this.others = others;
    this.numbers = new Numbers(parser, draft);
    this.deltas = new DeltaReader(parser, draft, others);
    this.usage = new UsageReader(parser, draft);
  }

  void begin(ReaderState before) {
    remembered = before;
    read.clear();
  }

  /** Whether any element was an object. */
  boolean any() {
    return !read.isEmpty();
  }

  /** Reads {@code choices}. */
  void readAll(int mark) {
    switch (parser.currentToken()) {
      case START_ARRAY -> {
        while (parser.next() != JsonToken.END_ARRAY) {
          readOne();
        }
      }
      case VALUE_NULL -> {}
      default -> {
        draft.irregular(Kind.UNEXPECTED_TYPE);
        others.read(Place.CHUNK, "choices", mark);
      }
    }
  }

  /**
   * Decides what the choices mean, after the payload was read to its end. Doing it earlier would
   * change the memory of the stream even if the payload turns out to be broken.
   */
  void settle() {
    int dropped = 0;
    for (ChoiceDraft each : read) {
      each.shift(-dropped);
      dropped += new ChoiceSettling(draft, remembered, each).run();
    }
  }

  private void readOne() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      draft.irregular(Kind.UNEXPECTED_TYPE);
      parser.skipValue();
      return;
    }
    choice = new ChoiceDraft(draft.size());
    read.add(choice);
    while (parser.nextMember()) {
      String name = parser.currentName();
      int mark = parser.position();
      parser.next();
      member(name, mark);
    }
    settleText();
    choice.finish().ifPresent(this::finish);
    choice.end(draft.size());
  }

  private void member(String name, int mark) {
    switch (name) {
      case "index" -> choice.index(numbers.read(0));
      case "delta" -> {
        int from = draft.size();
        if (object(name, mark)) {
          deltas.read(DeltaReader.Source.DELTA);
          choice.delta(from, draft.size());
        }
      }
      case "message" -> {
        int from = draft.size();
        if (object(name, mark)) {
          deltas.read(DeltaReader.Source.MESSAGE);
          choice.message(from, draft.size());
        }
      }
      case "finish_reason" -> choice.finish(deltas.finish(mark));
      case "text" -> text(name, mark);
      case "usage" -> draft.innerUsage(usage.read(mark));
      case "error" -> draft.error(ErrorJson.of(new JsonValue(parser.json(mark))));
      default -> others.read(Place.CHOICE, name, mark);
    }
  }

  /** Some servers send the text of a delta a second time, under the name it had before chat. */
  private void text(String name, int mark) {
    choice.text(draft.size());
    others.read(Place.CHOICE, name, mark);
  }

  /** If there is neither a delta nor a message, that text is the content. */
  private void settleText() {
    int at = choice.text();
    if (at < 0 || at == draft.size() || !choice.isSilent()) {
      return;
    }
    if (draft.delta(at) instanceof Delta.Other said && said.name().equals("text")) {
      new JsonValue(said.value())
          .string()
          .ifPresent(text -> draft.replace(at, new Delta.Text(0, text)));
    }
  }

  private boolean object(String name, int mark) {
    boolean object = parser.currentToken() == JsonToken.START_OBJECT;
    if (!object) {
      others.read(Place.CHOICE, name, mark);
    }
    return object;
  }

  private void finish(FinishReason reason) {
    draft.add(new Delta.Finish(0, reason));
    if (reason.meaning() == FinishReason.Meaning.BREAKDOWN) {
      String message = "the server broke off with finish reason '" + reason + "'";
      draft.breakdown(new Failure.Provider(Optional.of(reason.value()), Optional.empty(), message));
    }
  }
}
