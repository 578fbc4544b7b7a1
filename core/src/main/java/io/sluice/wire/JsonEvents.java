package io.sluice.wire;

import io.sluice.json.ErrorJson;
import io.sluice.json.JsonObject;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.Utf8;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer whose events hold a JSON object each, as far as all dialects of that kind read it
 * alike: keep-alives, the end marker {@code [DONE]}, errors without data, a cut event at the end, a
 * body in one piece, an answer in another format. What an object means, the dialect says in {@link
 * #object}. Mutable; for one thread at a time.
 */
public abstract class JsonEvents implements Dialect.Reader {

  /** The type of an event, or the name of a line, that holds an error. */
  private static final String ERROR = "error";

  private static final String MESSAGE = "message";
  private static final String DATA = "data";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ForeignData foreign;
  private @Nullable AnswerReport report;
  private Duration latest = Duration.ZERO;

  /** A reader of one answer that should be in that format. */
  protected JsonEvents(WireFormat expected) {
    foreign = new ForeignData(expected);
  }

  /**
   * Reads one object and reports what it means: its chunk and, if the answer ends with it, that it
   * is done or has failed. What is reported behind an end is dropped. An event of type {@code
   * error} fails once its object was read, whatever that says.
   *
   * @param type the event's type, {@code "message"} if it named none; empty for a body in one piece
   * @param payload the object in UTF-8, bad bytes not yet replaced; its position may be moved
   * @throws MalformedJsonException if it is no JSON object, or exceeds a bound
   */
  protected abstract void object(
      String type, ByteBuffer payload, Duration at, Dialect.Receiver receiver);

  /** Whether anything of an answer in the expected format has come. */
  protected abstract boolean hasBegun();

  /**
   * Whether all of the answer that has begun has said its end: what breaks behind it is forgiven.
   */
  protected abstract boolean hasFinished();

  /** Whether a body that came in one piece is an answer in the expected format. */
  protected abstract boolean isAnswer(JsonObject body);

  /** Why a body that came in one piece is no answer. */
  protected Failure noAnswer(String body) {
    return WholeBody.failure(body);
  }

  /**
   * The failure that is reported instead of this one, such as one with the code that an error lacks
   * in a stream. It is the same, unless a dialect overrides this.
   */
  protected Failure worded(Failure failure) {
    return failure;
  }

  /**
   * A last chunk, of what the dialect holds back until a part of the answer is whole. Called once,
   * before the end is reported. It is empty, unless a dialect overrides this.
   */
  protected Optional<Chunk> remainder(Duration at) {
    return Optional.empty();
  }

  /** Whether data that is not one JSON object says nothing, such as a ping with the time. */
  protected boolean isNoise(String type, String text) {
    return !type.equals(MESSAGE) && text.indexOf('{') < 0;
  }

  /**
   * Whether data that is not one JSON object is mended: several objects in a row are then read one
   * by one, and lenient JSON as if it were strict. A dialect returns false if a lost part changes
   * what the parts behind it mean.
   */
  protected boolean salvages() {
    return true;
  }

  /** Whether {@code [DONE]} ends an answer. A dialect returns false if its own events do. */
  protected boolean endsByMarker() {
    return true;
  }

  /** What was received that is not of the expected format; the dialect adds such objects. */
  protected final ForeignData foreign() {
    return foreign;
  }

  @Override
  public final void read(WireEvent event, Duration at, Dialect.Receiver receiver) {
    AnswerReport to = reportTo(receiver);
    if (to.isOver()) {
      return;
    }
    latest = at;
    if (event instanceof WireEvent.Data data) {
      data(data.type(), data.bytes(), at, to);
    } else if (event instanceof WireEvent.UnknownField field) {
      unknownField(field, at, to);
    } else if (event instanceof WireEvent.Unfinished unfinished) {
      unfinished(unfinished, at, to);
    } else if (event instanceof WireEvent.Whole body) {
      whole(body.bytes(), at, to);
    }
  }

  @Override
  public final void end(Dialect.Receiver receiver) {
    AnswerReport to = reportTo(receiver);
    if (!to.isOver()) {
      to.foreignFailure().ifPresentOrElse(to::failed, to::end);
    }
  }

  /** The time of the event read last. */
  final Duration latest() {
    return latest;
  }

  /** An answer has one receiver, so this is made once. */
  private AnswerReport reportTo(Dialect.Receiver receiver) {
    AnswerReport known = report;
    if (known == null || !known.goesTo(receiver)) {
      known = new AnswerReport(receiver, this);
      report = known;
    }
    return known;
  }

  private void data(String type, ByteBuffer bytes, Duration at, AnswerReport to) {
    if (Payloads.isKeepAlive(bytes)) {
      return;
    }
    if (Payloads.isEndMarker(bytes)) {
      to.marked();
      return;
    }
    int start = bytes.position();
    try {
      one(type, bytes, at, to);
    } catch (MalformedJsonException malformed) {
      notOneObject(type, Utf8.decode(bytes.position(start)), malformed, at, to);
    }
  }

  private void one(String type, ByteBuffer bytes, Duration at, AnswerReport to) {
    int start = bytes.position();
    object(type, bytes, at, to);
    if (type.equals(ERROR) && !to.isOver()) {
      to.failed(Payloads.error(Utf8.decode(bytes.position(start))));
    }
  }

  private void notOneObject(
      String type, String text, MalformedJsonException malformed, Duration at, AnswerReport to) {
    if (type.equals(ERROR)) {
      to.failed(Payloads.error(text));
    } else if (isNoise(type, text)) {
      to.irregular(Kind.UNEXPECTED_DATA);
    } else if (salvages()) {
      new Salvaging(text, malformed).read(new Salvaged(type, at, to));
    } else {
      to.broken(Payloads.malformed(malformed, text));
    }
  }

  /**
   * Some servers write an error without {@code data:}. As a line of the stream it has a field name
   * like any other, cut at the first colon of the JSON if there is no other name. Some write a byte
   * order mark before each event.
   */
  private void unknownField(WireEvent.UnknownField field, Duration at, AnswerReport to) {
    if (field.name().equals(ERROR)) {
      to.failed(Payloads.error(field.value()));
      return;
    }
    if (field.name().equals(BYTE_ORDER_MARK + DATA)) {
      to.irregular(Kind.UNKNOWN_FIELD);
      data(MESSAGE, Utf8.encode(field.value()), at, to);
      return;
    }
    Optional<Failure.Provider> error =
        field.name().startsWith("{")
            ? ErrorJson.read(field.name() + ":" + field.value())
            : Optional.empty();
    if (error.isPresent()) {
      to.failed(error.get());
    } else {
      foreign.add(field);
      to.irregular(Kind.UNKNOWN_FIELD);
    }
  }

  /** What the standard discards counts if it is whole; half an event says nothing. */
  private void unfinished(WireEvent.Unfinished event, Duration at, AnswerReport to) {
    if (Payloads.isKeepAlive(event.bytes())) {
      return;
    }
    String text = Utf8.decode(event.bytes());
    if (!Payloads.isEndMarker(event.bytes())) {
      try {
        JsonObject.read(text);
      } catch (MalformedJsonException cut) {
        to.torn();
        if (salvages()) {
          var salvaged = new Salvaged(event.type(), at, to);
          new Salvaging(text, cut).readWhole(salvaged, Kind.UNFINISHED_EVENT);
        }
        return;
      }
    }
    to.irregular(Kind.UNFINISHED_EVENT);
    data(event.type(), event.bytes(), at, to);
  }

  /** A body in one piece is an answer, an error, or nothing of ours; empty it is just cut. */
  private void whole(ByteBuffer bytes, Duration at, AnswerReport to) {
    String received = Utf8.decode(bytes);
    String text = WholeBody.withoutEndMarker(received);
    if (text.isBlank()) {
      return;
    }
    if (WholeBody.object(text).filter(this::isAnswer).isEmpty()) {
      to.failed(noAnswer(text));
      return;
    }
    to.whole();
    try {
      one("", text.length() == received.length() ? bytes : Utf8.encode(text), at, to);
      to.done();
    } catch (MalformedJsonException malformed) {
      to.failed(Payloads.malformed(malformed, text));
    }
  }

  /** Takes what was found in data that is not one JSON object. */
  private final class Salvaged implements Salvaging.Finds {
    private final String type;
    private final Duration at;
    private final AnswerReport to;

    Salvaged(String type, Duration at, AnswerReport to) {
      this.type = type;
      this.at = at;
      this.to = to;
    }

    @Override
    public void object(String json) {
      if (to.isOver()) {
        return;
      }
      try {
        one(type, Utf8.encode(json), at, to);
      } catch (MalformedJsonException beyondBounds) {
        broken(Payloads.malformed(beyondBounds, json));
      }
    }

    @Override
    public void endMarker() {
      to.marked();
    }

    @Override
    public void irregular(Kind kind) {
      to.irregular(kind);
    }

    @Override
    public void broken(Failure failure) {
      to.broken(failure);
    }
  }
}
