package io.sluice.wire;

import io.sluice.stream.StreamOptions;
import io.sluice.text.HeaderField;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

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
    return post(uri, headers, Framing.SSE, form, json);
  }

  /**
   * A POST of a JSON text, as {@link #post(URI, Map, StreamOptions.Form, String)} makes it, for
   * answers that are streamed in another framing than server-sent events.
   *
   * @param framing the framing that the request accepts if the answer is streamed
   */
  public static HttpCall post(
      URI uri, Map<String, String> headers, Framing framing, StreamOptions.Form form, String json) {
    boolean streamed = form == StreamOptions.Form.STREAMED;
    var all = new LinkedHashMap<>(headers);
    all.put("Content-Type", "application/json");
    all.put("Accept", streamed ? framing.mediaType() : "application/json");
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

  /** A copy with these header fields; each takes the place of one of its name, in any case. */
  public HttpCall withHeaders(List<HeaderField> fields) {
    if (fields.isEmpty()) {
      return this;
    }
    var all = new LinkedHashMap<>(headers);
    for (HeaderField field : fields) {
      all.keySet().removeIf(name -> name.equalsIgnoreCase(field.name()));
      all.put(field.name(), field.value());
    }
    return new HttpCall(method, uri, all, body);
  }

  /** A copy with these query parameters behind those of its URL; the texts are encoded. */
  public HttpCall withQuery(Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      return this;
    }
    String more =
        parameters.entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    String before = uri.getRawQuery() == null ? "?" : "&";
    return new HttpCall(method, URI.create(uri + before + more), headers, body);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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
