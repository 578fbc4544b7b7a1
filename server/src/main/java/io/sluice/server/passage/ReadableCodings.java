package io.sluice.server.passage;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes away from {@code Accept-Encoding} what a record could not be read in. No coding is ever
 * added, so that the client can read whatever comes.
 */
final class ReadableCodings {

  private static final Set<String> READABLE =
      Set.of("gzip", "x-gzip", "deflate", "x-deflate", "identity");

  /** No coding at all, which every client can read. */
  private static final String NONE = "identity";

  private ReadableCodings() {}

  /** Leaves only readable codings in the fields, whose order and spelling stay. */
  static void only(HttpHeaders fields) {
    List<Map.Entry<String, String>> all = fields.entries();
    fields.clear();
    for (Map.Entry<String, String> field : all) {
      boolean accepting = HttpHeaderNames.ACCEPT_ENCODING.contentEqualsIgnoreCase(field.getKey());
      fields.add(field.getKey(), accepting ? only(field.getValue()) : field.getValue());
    }
  }

  private static String only(String codings) {
    List<String> all = Arrays.asList(codings.split(",", -1));
    if (all.stream().allMatch(ReadableCodings::isReadable)) {
      return codings;
    }
    String rest =
        all.stream()
            .filter(ReadableCodings::isReadable)
            .map(String::strip)
            .collect(Collectors.joining(", "));
    return rest.isEmpty() ? NONE : rest;
  }

  private static boolean isReadable(String coding) {
    String[] parts = coding.split(";", 2);
    String name = parts[0].strip().toLowerCase(Locale.ROOT);
    boolean forbidden = parts.length > 1 && parts[1].strip().matches("(?i)q=0(\\.0*)?");
    return forbidden || name.isEmpty() || READABLE.contains(name);
  }
}
