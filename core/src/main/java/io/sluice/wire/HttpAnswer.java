package io.sluice.wire;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP answer that is not a stream: head and body, the body up to the transport's bound.
 *
 * @param status the HTTP status
 * @param headers header fields; names are compared without case
 * @param body the beginning of the body; its bytes are not copied
 */
public record HttpAnswer(int status, Map<String, String> headers, ByteBuffer body) {

  /** Copies the headers; makes the body read-only. */
  public HttpAnswer {
    var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    headers = Collections.unmodifiableMap(copy);
    body = body.asReadOnlyBuffer();
  }

  /** The value of a header field. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Contains only the status, because a body may repeat the user's text. */
  @Override
  public String toString() {
    return "HTTP " + status;
  }
}
