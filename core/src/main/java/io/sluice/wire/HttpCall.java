package io.sluice.wire;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One HTTP request as a dialect wants it made. Host, framing and connection headers are the
 * transport's.
 *
 * @param method the HTTP method
 * @param uri the absolute URL
 * @param headers header fields, secrets among them, in order
 * @param body the body, empty for none; its bytes are not copied
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, ByteBuffer body) {

  /** Copies the headers; makes the body read-only. */
  public HttpCall {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(uri, "uri");
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    body = body.asReadOnlyBuffer();
  }

  /** Method and URL only: headers hold the key, the body what the user said. */
  @Override
  public String toString() {
    return method + " " + uri;
  }
}
