package io.sluice.wire;

import io.sluice.stream.OneLine;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks the URL of an endpoint. */
final class BaseUrl {

  private static final Pattern USER = Pattern.compile("//[^/]*@");
  private static final Pattern QUERY = Pattern.compile("[?#].*", Pattern.DOTALL);

  private BaseUrl() {}

  /** Has no cause, because the parser's exception quotes the text, including a password. */
  static URI parse(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException malformed) {
      throw new IllegalArgumentException(refusal(text));
    }
  }

  static URI checked(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    boolean http = scheme.equals("http") || scheme.equals("https");
    if (!http || url.getHost() == null || url.getPort() > 65_535) {
      throw new IllegalArgumentException(refusal(url.toString()));
    }
    if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "base URL of host '"
              + url.getHost()
              + "' has a user, a query or a fragment; leave only scheme, host, port and path");
    }
    return URI.create(cutSlashes(url.toString()));
  }

  private static String refusal(String text) {
    return "base URL '" + shown(text) + "' is no http or https URL; write it like https://host/v1";
  }

  /** Removes a user's password and a query's key from a text that may not be a valid URL. */
  private static String shown(String text) {
    String bare = QUERY.matcher(USER.matcher(text).replaceFirst("//")).replaceFirst("");
    return OneLine.of(bare);
  }

  private static String cutSlashes(String url) {
    int end = url.length();
    while (url.charAt(end - 1) == '/') {
      end--;
    }
    return url.substring(0, end);
  }
}
