package io.sluice.server.passage;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells the header fields of a message from those of one connection (RFC 9110, 7.6.1), which end
 * with it.
 */
final class HopFields {

  private static final Set<String> OF_A_CONNECTION =
      Set.of("connection", "keep-alive", "te", "upgrade", "http2-settings");

  /** Without them a message would have no end or no address, whatever a client says of them. */
  private static final Set<String> OF_THE_MESSAGE =
      Set.of("host", "content-length", "transfer-encoding");

  private static final String PROXY = "proxy-";
  private static final String TRAILERS = "trailers";

  private HopFields() {}

  /** A copy of the fields that go on, in their order and spelling. */
  static HttpHeaders without(HttpHeaders fields) {
    Set<String> named = named(fields);
    // They were read, and so are written as they are.
    HttpHeaders kept =
        DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
    for (Map.Entry<String, String> field : fields) {
      String name = field.getKey().toLowerCase(Locale.ROOT);
      boolean trailers = name.equals("te") && acceptsTrailers(field.getValue());
      if (trailers) {
        kept.add(field.getKey(), TRAILERS);
      } else if (!isOfConnection(name, named)) {
        kept.add(field.getKey(), field.getValue());
      }
    }
    return kept;
  }

  private static boolean isOfConnection(String name, Set<String> named) {
    return OF_A_CONNECTION.contains(name)
        || name.startsWith(PROXY)
        || (named.contains(name) && !OF_THE_MESSAGE.contains(name));
  }

  private static Set<String> named(HttpHeaders fields) {
    Set<String> names = new HashSet<>();
    for (String value : fields.getAll(HttpHeaderNames.CONNECTION)) {
      for (String name : value.split(",", -1)) {
        names.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  private static boolean acceptsTrailers(String te) {
    for (String coding : te.split(",", -1)) {
      if (coding.split(";", 2)[0].strip().equalsIgnoreCase(TRAILERS)) {
        return true;
      }
    }
    return false;
  }
}
