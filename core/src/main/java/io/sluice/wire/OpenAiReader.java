package io.sluice.wire;

import io.sluice.json.ChunkReader;
import io.sluice.json.ErrorJson;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.Utf8;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
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

  private final ChunkReader chunks;
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
      unknownField(field, receiver);
    } else if (event instanceof WireEvent.Unfinished unfinished) {
      unfinished(unfinished, at, receiver);
    } else if (event instanceof WireEvent.Whole whole) {
      whole(whole.bytes(), at, receiver);
    }
  }

  @Override
  public void end(Dialect.Receiver receiver) {
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
      String text = Utf8.decode(bytes.position(start));
      failed(
          type.equals(ERROR) ? Payloads.error(text) : Payloads.malformed(malformed, text),
          receiver);
    }
  }

  private void chunk(Chunk chunk, String type, Dialect.Receiver receiver) {
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
   * like any other, cut at the first colon of the JSON if there is no other name.
   */
  private void unknownField(WireEvent.UnknownField field, Dialect.Receiver receiver) {
    if (field.name().equals(ERROR)) {
      failed(Payloads.error(field.value()), receiver);
      return;
    }
    Optional<Failure.Provider> error =
        field.name().startsWith("{")
            ? ErrorJson.read(field.name() + ":" + field.value())
            : Optional.empty();
    if (error.isPresent()) {
      failed(error.get(), receiver);
    } else {
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
    Chunk chunk;
    try {
      chunk = chunks.read(event.bytes(), at, remarks::add);
    } catch (MalformedJsonException cut) {
      over = true;
      return;
    }
    receiver.irregular(Kind.UNFINISHED_EVENT);
    remarks.forEach(receiver::irregular);
    chunk(chunk, event.type(), receiver);
  }

  /** A body in one piece is a completion, an error, or nothing of ours; empty it is just cut. */
  private void whole(ByteBuffer bytes, Duration at, Dialect.Receiver receiver) {
    String text = Utf8.decode(bytes);
    if (text.isBlank()) {
      return;
    }
    if (!WholeBody.isCompletion(text)) {
      failed(WholeBody.failure(text), receiver);
      return;
    }
    try {
      chunk(chunks.read(bytes, at, kind -> remark(kind, receiver)), "", receiver);
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
    over = true;
    receiver.done();
  }

  private void failed(Failure failure, Dialect.Receiver receiver) {
    over = true;
    receiver.failed(failure);
  }
}
