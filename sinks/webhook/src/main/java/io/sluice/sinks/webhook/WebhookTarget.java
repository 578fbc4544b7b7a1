package io.sluice.sinks.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The URL to post to, and the headers to post with. Its text form has only scheme, host and port,
 * since a path, a query, a user or a header may be secret.
 */
final class WebhookTarget {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");

  /** The headers that {@link java.net.http.HttpRequest} refuses. */
  private static final Set<String> SET_BY_THE_CLIENT =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private final URI url;
  private final Map<String, String> headers;

  private WebhookTarget(URI url, Map<String, String> headers) {
    this.url = url;
    this.headers = headers;
  }

  /**
   * Parses a URL; a user in it becomes a header.
   *
   * @throws IllegalArgumentException with a one-line message without the URL, if it is no http or
   *     https URL
   */
  static WebhookTarget of(String text) {
    URI given = parsed(text.strip());
    String scheme = given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
    boolean http = scheme.equals("http") || scheme.equals("https");
    if (!http || given.getHost() == null || given.getPort() > 65_535) {
      throw noUrl();
    }
    String user = given.getRawUserInfo();
    if (user == null) {
      return new WebhookTarget(given, Map.of());
    }
    String plain = given.toString().replace(user + "@", "");
    String decoded = given.getUserInfo();
    String basic = "Basic " + Base64.getEncoder().encodeToString(decoded.getBytes(UTF_8));
    return new WebhookTarget(parsed(plain), Map.of("Authorization", basic));
  }

  /**
   * A copy with one more header.
   *
   * @throws IllegalArgumentException with a one-line message without the value, if it cannot be
   *     sent
   */
  WebhookTarget with(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a header has no name that can be sent; use Name: value");
    }
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "header '" + name + "' has a value beyond ASCII; take those characters out");
    }
    if (SET_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "header '" + name + "' is set by the client itself; leave it out");
    }
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new WebhookTarget(url, more);
  }

  URI url() {
    return url;
  }

  Map<String, String> headers() {
    return headers;
  }

  @Override
  public String toString() {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getScheme() + "://" + url.getHost() + port;
  }

  private static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException malformed) {
      throw noUrl(); // A cause would quote the URL, which may be secret.
    }
  }

  private static IllegalArgumentException noUrl() {
    return new IllegalArgumentException(
        "url is no http or https URL; write it like https://host/path");
  }
}
