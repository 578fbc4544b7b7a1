package io.sluice.json;

import io.sluice.chat.FinishReason;
import io.sluice.stream.Delta;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonToken;

/**
 * Reads one element of {@code choices}. A {@code delta} wins over a {@code message} beside it,
 * which some servers send as the text so far; a message alone is taken where no delta has been seen
 * in the stream, once a choice: then it is the whole answer. Mutable; for one thread at a time.
 */
final class ChoiceReader {

  /** Reasons that tell of a breakdown, not of an end. */
  private static final Set<String> BREAKDOWNS =
      Set.of("error", "network_error", "insufficient_system_resource");

  private final PayloadParser parser;
  private final Draft draft;
  private final Numbers numbers;
  private final OtherReader others;
  private final DeltaReader deltas;
  private final UsageReader usage;
  private Remembered remembered = new Remembered();
  private int index;
  private int messageFrom;
  private int messageTo;

  ChoiceReader(PayloadParser parser, Draft draft, OtherReader others) {
    this.parser = parser;
    this.draft = draft;
    this.others = others;
    this.numbers = new Numbers(parser, draft);
    this.deltas = new DeltaReader(parser, draft, others);
    this.usage = new UsageReader(parser, draft);
  }

  void begin(Remembered before) {
    remembered = before;
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
        others.read(0, Place.CHUNK, "choices", mark);
      }
    }
  }

  private void readOne() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      draft.irregular(Kind.UNEXPECTED_TYPE);
      parser.skipValue();
      return;
    }
    int from = draft.size();
    index = 0;
    messageFrom = from;
    messageTo = from;
    while (parser.nextMember()) {
      String name = parser.currentName();
      int mark = parser.position();
      parser.next();
      member(name, mark);
    }
    decideOnMessage();
    settle(from);
  }

  private void member(String name, int mark) {
    switch (name) {
      case "index" -> index = Bounds.choice(numbers.read(0));
      case "delta" -> {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          dropMessage();
          remembered.streamed = true;
          deltas.read(index, DeltaReader.Source.DELTA);
        } else {
          others.read(index, Place.CHOICE, name, mark);
        }
      }
      case "message" -> message(name, mark);
      case "finish_reason" -> deltas.finish(index, mark).ifPresent(this::finish);
      case "usage" -> draft.innerUsage(usage.read(mark));
      case "error" -> draft.error(ErrorJson.of(new JsonValue(parser.json(mark))));
      default -> others.read(index, Place.CHOICE, name, mark);
    }
  }

  private void message(String name, int mark) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      others.read(index, Place.CHOICE, name, mark);
    } else if (remembered.streamed) {
      parser.skipValue();
    } else {
      messageFrom = draft.size();
      deltas.read(index, DeltaReader.Source.MESSAGE);
      messageTo = draft.size();
    }
  }

  private void dropMessage() {
    draft.drop(messageFrom, messageTo);
    messageTo = messageFrom;
  }

  private void decideOnMessage() {
    if (messageTo == messageFrom) {
      return;
    }
    if (remembered.cameWhole(index)) {
      dropMessage();
    }
    draft.irregular(Kind.WHOLE_ANSWER);
    remembered.whole(index);
  }

  private void finish(FinishReason reason) {
    draft.add(new Delta.Finish(index, reason));
    if (BREAKDOWNS.contains(reason.value())) {
      String message = "the server broke off with finish reason '" + reason + "'";
      draft.breakdown(new Failure.Provider(Optional.of(reason.value()), Optional.empty(), message));
    }
  }

  /** Gives the deltas of this choice what could not be known when they were read. */
  private void settle(int from) {
    var position = ToolCallIndexes.Position.FIRST;
    for (int i = from; i < draft.size(); i++) {
      Delta delta = Indexed.at(draft.delta(i), index);
      if (delta instanceof Delta.ToolCall fragment) {
        var indexes = remembered.toolCalls(index);
        delta = indexes.settle(fragment, position);
        position = ToolCallIndexes.Position.LATER;
      }
      draft.replace(i, delta);
    }
  }
}
