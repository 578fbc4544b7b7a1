package io.sluice.dialects.bedrock;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.wire.HttpCall;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A call in the one form in which both sides compute its signature: AWS's canonical request of
 * version 4. Of the header fields it contains the host, the type of the content and those that
 * begin with {@code x-amz-}.
 *
 * @param text the canonical request
 * @param signedHeaders the names of the header fields in it
 */
record CanonicalRequest(String text, String signedHeaders) {

  /** The form of a call that has all its header fields but the signature. */
  static CanonicalRequest of(HttpCall call) {
    SortedMap<String, String> fields = fields(call);
    String names = String.join(";", fields.keySet());
    String lines =
        fields.entrySet().stream()
            .map(field -> field.getKey() + ":" + field.getValue() + "\n")
            .collect(Collectors.joining());
    String text =
        String.join(
            "\n",
            call.method(),
            path(call.uri()),
            query(call.uri()),
            lines,
            names,
            sha256(call.body().duplicate()));
    return new CanonicalRequest(text, names);
  }

  /** The hash of the text, in hexadecimal digits. */
  String hash() {
    return sha256(ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  /** Not the text, in which the token of a session stands. */
  @Override
  public String toString() {
    return "CanonicalRequest";
  }

  private static SortedMap<String, String> fields(HttpCall call) {
    SortedMap<String, String> fields = new TreeMap<>();
    fields.put("host", host(call.uri()));
    for (Map.Entry<String, String> field : call.headers().entrySet()) {
      String name = field.getKey().toLowerCase(Locale.ROOT);
      if (name.equals("content-type") || name.startsWith("x-amz-")) {
        fields.put(name, field.getValue().strip().replaceAll(" +", " "));
      }
    }
    return fields;
  }

  /** As the transport writes it: without the port that is the scheme's own. */
  private static String host(URI uri) {
    boolean secure = uri.getScheme().equalsIgnoreCase("https");
    boolean usual = uri.getPort() < 0 || uri.getPort() == (secure ? 443 : 80);
    return usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  /** The path is encoded once more than it is sent. */
  private static String path(URI uri) {
    String path = uri.normalize().getRawPath();
    return path == null || path.isEmpty()
        ? "/"
        : Arrays.stream(path.split("/", -1))
            .map(CanonicalRequest::encoded)
            .collect(Collectors.joining("/"));
  }

  /** The parameters by name, and those of one name by value. */
  private static String query(URI uri) {
    String query = uri.getRawQuery();
    return query == null || query.isEmpty()
        ? ""
        : Arrays.stream(query.split("&", -1))
            .map(CanonicalRequest::parameter)
            .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry::getValue))
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining("&"));
  }

  private static Map.Entry<String, String> parameter(String raw) {
    String[] parts = raw.split("=", 2);
    String value = parts.length > 1 ? parts[1] : "";
    return Map.entry(encoded(decoded(parts[0])), encoded(decoded(value)));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }

  /** All but letters, digits and {@code -._~} as percent signs with capital digits. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String sha256(ByteBuffer bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException lacking) {
      throw new IllegalStateException("this JDK cannot compute SHA-256", lacking);
    }
  }
}
