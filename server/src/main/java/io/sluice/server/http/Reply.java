package io.sluice.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.text.HeaderField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An answer to a request: a status, header fields, and a body that is complete or grows. */
public final class Reply {

  private static final byte[] NOTHING = {};

  private final int status;
  private final List<HeaderField> headers;
  private final byte[] body;
  private final Optional<StreamedBody> stream;

  private Reply(int status, List<HeaderField> headers, byte[] body, Optional<StreamedBody> stream) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.body = body;
    this.stream = stream;
  }

  /** A reply without a body. */
  public static Reply empty(int status) {
    return new Reply(status, List.of(), NOTHING, Optional.empty());
  }

  /** A reply whose body is a JSON text. */
  public static Reply json(int status, String json) {
    return text(status, "application/json", json);
  }

  /** A reply whose body is a text of this media type, in UTF-8. */
  public static Reply text(int status, String type, String text) {
    return new Reply(status, List.of(), text.getBytes(UTF_8), Optional.empty()).typed(type);
  }

  /** A reply of status 200 whose body is written while it is made. */
  public static Reply streamed(String type, StreamedBody body) {
    Objects.requireNonNull(body, "body");
    return new Reply(200, List.of(), NOTHING, Optional.of(body)).typed(type);
  }

  /** This reply with one more header field. */
  public Reply with(String name, String value) {
    return with(List.of(new HeaderField(name, value)));
  }

  /** This reply with more header fields. */
  public Reply with(List<HeaderField> more) {
    List<HeaderField> all = new ArrayList<>(headers);
    all.addAll(more);
    return new Reply(status, all, body, stream);
  }

  /** The status of HTTP. */
  public int status() {
    return status;
  }

  /** The header fields of the reply itself, without those of every reply. Unmodifiable. */
  public List<HeaderField> headers() {
    return headers;
  }

  /** A copy of the body; empty if there is none, or if it is streamed. */
  public byte[] body() {
    return body.clone();
  }

  /** What writes the body; empty if it is complete. */
  public Optional<StreamedBody> stream() {
    return stream;
  }

  @Override
  public String toString() {
    return "Reply " + status;
  }

  private Reply typed(String type) {
    return with("Content-Type", type);
  }
}
