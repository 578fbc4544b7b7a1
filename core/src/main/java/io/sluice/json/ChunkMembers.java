package io.sluice.json;

import io.sluice.stream.Chunk;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Irregularity.Kind;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.core.JsonToken;

/** Reads the members of a chunk's object. Mutable; for one thread at a time. */
final class ChunkMembers {

  private final PayloadParser parser = PayloadParser.open();
  private final Draft draft = new Draft();
  private final OtherReader others;
  private final OriginReader origin;
  private final ChoiceReader choices;
  private final UsageReader usage;
  private final ReaderState noStream = new ReaderState(ReaderState.UNKNOWN_CHOICES);

  /** Whether there was a member that servers use for errors without a member {@code error}. */
  private boolean telling;

  /** Whether the error is a string, which other members beside it may explain. */
  private boolean worded;

  private boolean ours;

  ChunkMembers() {
    this.others = new OtherReader(parser, draft);
    this.origin = new OriginReader(parser, draft);
    this.choices = new ChoiceReader(parser, draft, others);
    this.usage = new UsageReader(parser, draft);
  }

  /** The content of the last chunk. */
  Draft draft() {
    return draft;
  }

  /** Whether another instance should replace this one. */
  boolean isWorn() {
    return parser.isWorn();
  }

  /** Reads a chunk of the stream that {@code before} remembers. */
  Chunk read(Payload payload, ReaderState before, Duration at, Consumer<Kind> remarks) {
    draft.begin(remarks);
    parser.feed(payload.bytes(), payload.offset(), payload.length());
    begin(before);
    telling = false;
    worded = false;
    ours = false;
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedJsonException("no JSON object");
    }
    while (parser.nextMember()) {
      String name = parser.currentName();
      int mark = parser.position();
      parser.next();
      member(name, mark);
    }
    parser.expectEnd();
    choices.settle();
    if (worded || (telling && !isAnswer())) {
      draft.error(ErrorJson.read(payload.json()));
    }
    return new ReadChunk(
        draft.deltas(),
        draft.usage(),
        origin.origin(),
        at,
        new PayloadText.Verbatim(payload.json()));
  }

  /** Whether the last chunk was one of chat completions, judging by its members. */
  boolean isOurs() {
    return ours || isAnswer();
  }

  /** The position in the payload at which reading stopped. */
  int stoppedAt(Payload payload) {
    return parser.position() - payload.offset();
  }

  private boolean isAnswer() {
    return choices.any() || draft.usage().filter(usage -> usage.totalTokens() > 0).isPresent();
  }

  /** Drops everything that belongs to the stream that was read. */
  void rest() {
    draft.begin(kind -> {});
    parser.rest();
    begin(noStream);
  }

  private void begin(ReaderState before) {
    origin.begin(before);
    others.begin(before);
    choices.begin(before);
  }

  private void member(String name, int mark) {
    switch (name) {
      case "choices" -> {
        ours = true;
        choices.readAll(mark);
      }
      case "id" -> origin.readId();
      case "model" -> origin.readModel();
      case "created" -> origin.readCreated();
      case "object" -> object();
      case "usage" -> {
        ours = true;
        draft.usage(usage.read(mark));
      }
      case "x_groq" -> nestedUsage(name, mark);
      case "error" -> error(mark);
      default -> {
        telling |= ErrorMembers.tells(name);
        others.read(Place.CHUNK, name, mark);
      }
    }
  }

  /**
   * Reads {@code object}, whose value shows errors and chunks of chat completions; others are
   * ignored.
   */
  private void object() {
    boolean text = parser.currentToken() == JsonToken.VALUE_STRING;
    telling |= text && parser.getString().equals("error");
    ours |= text && parser.getString().startsWith("chat.completion");
    parser.skipValue();
  }

  private void error(int mark) {
    telling |= parser.currentToken() == JsonToken.VALUE_TRUE;
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      worded = !parser.getString().isBlank();
      return;
    }
    draft.error(ErrorJson.of(new JsonValue(parser.json(mark))));
  }

  private void nestedUsage(String name, int mark) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      others.read(Place.CHUNK, name, mark);
      return;
    }
    int start = parser.valueStart(mark);
    while (parser.nextMember()) {
      boolean figures = parser.currentName().equals("usage");
      int inner = parser.position();
      parser.next();
      if (figures) {
        draft.innerUsage(usage.read(inner));
      } else {
        parser.skipValue();
      }
    }
    others.addText(Place.CHUNK, name, start);
  }
}
