package io.sluice.wire;

import io.sluice.json.ChunkReader;
import io.sluice.json.ErrorJson;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.Utf8;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.FinishedChoices;
import io.sluice.stream.Irregularity.Kind;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one streamed answer. Mutable; for one thread at a time. */
final class OpenAiReader implements Dialect.Reader {
  /** The type of an event, or the name of a line, that holds an error. */
  private static final String ERROR = "error";

  private static final String MESSAGE = "message";
  private static final String DATA = "data";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ChunkReader chunks;
  private final FinishedChoices choices = new FinishedChoices();
  private final ForeignData foreign = new ForeignData(WireFormat.OPENAI);
  private final Splice splice = new Splice();
  private boolean over;

  OpenAiReader(ChunkReader chunks) {
    this.chunks = chunks;
  }

  @Override
  public void read(WireEvent event, Duration at, Dialect.Receiver receiver) {
    if (over) {
      return;
    }
    if (event instanceof WireEvent.Data data) {
      data(data.type(), data.bytes(), at, receiver);
    } else if (event instanceof WireEvent.UnknownField field) {
      unknownField(field, at, receiver);
    } else if (event instanceof WireEvent.Unfinished unfinished) {
      unfinished(unfinished, at, receiver);
    } else if (event instanceof WireEvent.Whole whole) {
      whole(whole.bytes(), at, receiver);
    }
  }

  @Override
  public void end(Dialect.Receiver receiver) {
    if (!over && !choices.anySeen()) {
      foreign.failure().ifPresent(failure -> failed(failure, receiver));
    }
    over = true;
  }

  private void data(String type, ByteBuffer bytes, Duration at, Dialect.Receiver receiver) {
    if (Payloads.isKeepAlive(bytes)) {
      return;
    }
    if (Payloads.isEndMarker(bytes)) {
      done(receiver);
      return;
    }
    int start = bytes.position();
    try {
      chunk(chunks.read(bytes, at, receiver::irregular), type, receiver);
    } catch (MalformedJsonException malformed) {
      notOneObject(type, Utf8.decode(bytes.position(start)), malformed, at, receiver);
    }
  }

  private void notOneObject(
      String type,
      String text,
      MalformedJsonException malformed,
      Duration at,
      Dialect.Receiver receiver) {
    if (type.equals(ERROR)) {
      failed(Payloads.error(text), receiver);
    } else if (!type.equals(MESSAGE) && text.indexOf('{') < 0) {
      receiver.irregular(Kind.UNEXPECTED_DATA); // A ping with the time, say.
    } else {
      new Salvaging(text, malformed).read(new Salvaged(type, at, receiver));
    }
  }

  private void chunk(Chunk chunk, String type, Dialect.Receiver receiver) {
    if (!chunks.isOurs()) {
      foreign.add(chunk.json());
    }
    if (splice.isBegunBy(chunk, choices)) {
      failed(Payloads.secondAnswer(chunk.json()), receiver);
      return;
    }
    choices.add(chunk);
    receiver.chunk(chunk);
    Optional<Failure.Provider> reported = chunks.error();
    if (reported.isPresent()) {
      failed(reported.get(), receiver);
    } else if (type.equals(ERROR)) {
      failed(Payloads.error(chunk.json()), receiver);
    }
  }

  /**
   * Some servers write an error without {@code data:}. As a line of the stream it has a field name
   * like any other, cut at the first colon of the JSON if there is no other name. Some write a byte
   * order mark before each event.
   */
  private void unknownField(WireEvent.UnknownField field, Duration at, Dialect.Receiver receiver) {
    if (field.name().equals(ERROR)) {
      failed(Payloads.error(field.value()), receiver);
      return;
    }
    if (field.name().equals(BYTE_ORDER_MARK + DATA)) {
      receiver.irregular(Kind.UNKNOWN_FIELD);
      data(MESSAGE, Utf8.encode(field.value()), at, receiver);
      return;
    }
    Optional<Failure.Provider> error =
        field.name().startsWith("{")
            ? ErrorJson.read(field.name() + ":" + field.value())
            : Optional.empty();
    if (error.isPresent()) {
      failed(error.get(), receiver);
    } else {
      foreign.add(field);
      receiver.irregular(Kind.UNKNOWN_FIELD);
    }
  }

  /** What the standard discards counts if it is whole; half an event says nothing. */
  private void unfinished(WireEvent.Unfinished event, Duration at, Dialect.Receiver receiver) {
    if (Payloads.isKeepAlive(event.bytes())) {
      return;
    }
    if (Payloads.isEndMarker(event.bytes())) {
      receiver.irregular(Kind.UNFINISHED_EVENT);
      done(receiver);
      return;
    }
    List<Kind> remarks = new ArrayList<>();
    int start = event.bytes().position();
    try {
      Chunk chunk = chunks.read(event.bytes(), at, remarks::add);
      receiver.irregular(Kind.UNFINISHED_EVENT);
      remarks.forEach(receiver::irregular);
      chunk(chunk, event.type(), receiver);
    } catch (MalformedJsonException cut) {
      var salvaging = new Salvaging(Utf8.decode(event.bytes().position(start)), cut);
      salvaging.readWhole(new Salvaged(event.type(), at, receiver), Kind.UNFINISHED_EVENT);
    }
  }

  /** A body in one piece is a completion, an error, or nothing of ours; empty it is just cut. */
  private void whole(ByteBuffer bytes, Duration at, Dialect.Receiver receiver) {
    String text = WholeBody.withoutEndMarker(Utf8.decode(bytes));
    if (text.isBlank()) {
      return;
    }
    if (!WholeBody.isCompletion(text)) {
      failed(WholeBody.failure(text), receiver);
      return;
    }
    try {
      chunk(chunks.read(text, at, kind -> remark(kind, receiver)), "", receiver);
      if (!over) {
        done(receiver);
      }
    } catch (MalformedJsonException malformed) {
      failed(Payloads.malformed(malformed, text), receiver);
    }
  }

  /** That an answer is whole is for the transport to remark: it knows what was asked for. */
  private static void remark(Kind kind, Dialect.Receiver receiver) {
    if (kind != Kind.WHOLE_ANSWER) {
      receiver.irregular(kind);
    }
  }

  private void done(Dialect.Receiver receiver) {
    Optional<Failure> other = choices.anySeen() ? Optional.empty() : foreign.failure();
    if (other.isPresent()) {
      failed(other.get(), receiver);
      return;
    }
    over = true;
    receiver.done();
  }

  private void failed(Failure failure, Dialect.Receiver receiver) {
    over = true;
    receiver.failed(failure);
  }

  /** Takes what was found in data that is not one JSON object. */
  private final class Salvaged implements Salvaging.Finds {
    private final String type;
    private final Duration at;
    private final Dialect.Receiver receiver;

    Salvaged(String type, Duration at, Dialect.Receiver receiver) {
      this.type = type;
      this.at = at;
      this.receiver = receiver;
    }

    @Override
    public void object(String json) {
      if (over) {
        return;
      }
      try {
        chunk(chunks.read(json, at, receiver::irregular), type, receiver);
      } catch (MalformedJsonException beyondBounds) {
        broken(Payloads.malformed(beyondBounds, json));
      }
    }

    @Override
    public void endMarker() {
      if (!over) {
        done(receiver);
      }
    }

    @Override
    public void irregular(Kind kind) {
      receiver.irregular(kind);
    }

    /** What breaks when every choice has finished is overlooked. */
    @Override
    public void broken(Failure failure) {
      if (over) {
        return;
      }
      if (choices.everyFinished()) {
        receiver.irregular(Kind.MALFORMED_AFTER_FINISH);
      } else {
        failed(failure, receiver);
      }
    }
  }
}
