package io.sluice.wire;

import io.sluice.stream.StreamOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One HTTP request of a dialect. The transport adds Host, framing and connection headers.
 *
 * @param method the HTTP method
 * @param uri the absolute URL
 * @param headers header fields, including secrets, in order
 * @param body the body, empty for none; its bytes are not copied
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, ByteBuffer body) {

  private static final String USER_AGENT = "sluice/" + version();

  /** Copies the headers; makes the body read-only. */
  public HttpCall {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(uri, "uri");
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    body = body.asReadOnlyBuffer();
  }

  /**
   * A POST of a JSON text, with the header fields that every such call has: content type, accepted
   * types and user agent.
   *
   * @param headers the fields that the dialect adds, including the key
   * @param form whether the answer is streamed
   */
  public static HttpCall post(
      URI uri, Map<String, String> headers, StreamOptions.Form form, String json) {
    boolean streamed = form == StreamOptions.Form.STREAMED;
    var all = new LinkedHashMap<>(headers);
    all.put("Content-Type", "application/json");
    all.put("Accept", streamed ? "text/event-stream" : "application/json");
    all.put("User-Agent", USER_AGENT);
    return new HttpCall("POST", uri, all, ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * A GET of a JSON document, with the header fields that every such call has: accepted types and
   * user agent.
   *
   * @param headers the fields that the dialect adds, including the key
   */
  public static HttpCall get(URI uri, Map<String, String> headers) {
    var all = new LinkedHashMap<>(headers);
    all.put("Accept", "application/json");
    all.put("User-Agent", USER_AGENT);
    return new HttpCall("GET", uri, all, ByteBuffer.allocate(0));
  }

  /** Contains only method and URL, because headers hold the key and the body the user's text. */
  @Override
  public String toString() {
    return method + " " + uri;
  }

  private static String version() {
    String version = HttpCall.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
