package io.sluice.server.passage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.sluice.server.http.Refusal;
import io.sluice.text.NearestName;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a request is passed to.
 *
 * @param endpoint the name of the endpoint
 * @param below the path below the endpoint's base URL: empty, or with a slash at its beginning
 * @param query what stands behind the question mark, if there is one
 */
record PassedPath(String endpoint, String below, Optional<String> query) {

  private static final String USUAL = "/v1";
  private static final String NAMED = "/up/";
  private static final Pattern VERSION = Pattern.compile("/v\\d[^/]*");

  /** Also beside what some servers take for a slash. */
  private static final Pattern DOTS =
      Pattern.compile("(?i)(^|%2f|%5c|\\\\)(\\.|%2e){1,2}($|%2f|%5c|\\\\)");

  /** Whether requests to this path are passed on. */
  static boolean isOne(String path) {
    return path.equals(USUAL) || path.startsWith(USUAL + "/") || (path + "/").startsWith(NAMED);
  }

  /**
   * Reads the target of a request, of which {@link #isOne} is true.
   *
   * @param names the names of the endpoints; the first answers what names none
   * @throws Refusal if it names an unknown endpoint, or leads out of a base URL
   */
  static PassedPath of(String target, Set<String> names) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    Optional<String> query = mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1));
    refuseDots(path);
    if (!(path + "/").startsWith(NAMED)) {
      return new PassedPath(names.iterator().next(), path.substring(USUAL.length()), query);
    }
    String rest = path.length() < NAMED.length() ? "" : path.substring(NAMED.length());
    int slash = rest.indexOf('/');
    String name = decoded(slash < 0 ? rest : rest.substring(0, slash));
    if (!names.contains(name)) {
      throw new Refusal(404, "unknown_endpoint", NearestName.unknown("endpoint", name, names));
    }
    return new PassedPath(name, slash < 0 ? "" : rest.substring(slash), query);
  }

  /**
   * This path, without a version that ends the path of the base URL, too: clients differ in whether
   * theirs has it.
   */
  PassedPath below(URI baseUrl) {
    String base = Optional.ofNullable(baseUrl.getRawPath()).orElse("");
    String version = base.substring(Math.max(0, base.lastIndexOf('/')));
    boolean twice =
        VERSION.matcher(version).matches()
            && (below.equals(version) || below.startsWith(version + "/"));
    return twice ? new PassedPath(endpoint, below.substring(version.length()), query) : this;
  }

  /** The values of the query's parameters, decoded. */
  List<String> queryValues() {
    return Arrays.stream(query.orElse("").split("&", -1))
        .map(pair -> decoded(pair.substring(pair.indexOf('=') + 1)))
        .toList();
  }

  /**
   * The target of the request to the endpoint.
   *
   * @param more query parameters of the endpoint's own, encoded
   */
  String target(URI baseUrl, Optional<String> more) {
    String path = Optional.ofNullable(baseUrl.getRawPath()).orElse("") + below;
    String all =
        Stream.concat(query.stream(), more.stream()).map(part -> "&" + part).collect(joining());
    return ascii((path.isEmpty() ? "/" : path) + all.replaceFirst("&", "?"));
  }

  private static void refuseDots(String path) {
    for (String segment : path.split("/", -1)) {
      if (DOTS.matcher(segment).find()) {
        throw Refusal.badRequest(
            "the path has the segment '" + segment + "'; send the path that is meant");
      }
    }
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException malformed) {
      return segment;
    }
  }

  /** Bytes beyond ASCII, which a target cannot have, as they must be written. */
  private static String ascii(String target) {
    if (target.chars().allMatch(letter -> letter < 0x80)) {
      return target;
    }
    var encoded = new StringBuilder();
    for (byte letter : target.getBytes(ISO_8859_1)) {
      if (letter < 0) {
        encoded.append(String.format("%%%02X", letter & 0xFF));
      } else {
        encoded.append((char) letter);
      }
    }
    return encoded.toString();
  }
}
