package io.sluice.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** What counts as the URL of an endpoint. */
final class BaseUrl {

  private BaseUrl() {}

  static URI parse(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException malformed) {
      throw new IllegalArgumentException(refusal(text), malformed);
    }
  }

  static URI checked(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    boolean http = scheme.equals("http") || scheme.equals("https");
    if (!http || url.getHost() == null || url.getPort() > 65_535) {
      throw new IllegalArgumentException(refusal(withoutUserInfo(url)));
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
    return "base URL '" + text + "' is no http or https URL; write it like https://host/v1";
  }

  private static String withoutUserInfo(URI url) {
    String info = url.getRawUserInfo();
    return info == null ? url.toString() : url.toString().replace(info + "@", "");
  }

  private static String cutSlashes(String url) {
    int end = url.length();
    while (url.charAt(end - 1) == '/') {
      end--;
    }
    return url.substring(0, end);
  }
}
