package io.sluice.cli.preview;

import io.sluice.wire.ApiKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Masks the API key in what is shown of a request: in each header that may hold a secret, and
 * wherever else its text occurs.
 *
 * @param key the key, if the server has one
 */
record Secrets(Optional<ApiKey> key) {
  private static final String MASK = "***";

  /** A shorter key may be a word of the prompt: local servers accept any key. */
  private static final int SURELY_SECRET = 8;

  private static final Pattern SECRET_HEADER =
      Pattern.compile("auth|key|token|secret|cookie|signature", Pattern.CASE_INSENSITIVE);

  /** The text without the key. */
  String masked(String text) {
    return key.map(ApiKey::reveal)
        .filter(secret -> secret.length() >= SURELY_SECRET)
        .map(secret -> text.replace(secret, MASK))
        .orElse(text);
  }

  /** The header fields, in order; of a secret only the scheme stays, as in {@code Bearer ***}. */
  Map<String, String> masked(Map<String, String> headers) {
    var shown = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> shown.put(name, masked(name, value)));
    return shown;
  }

  private String masked(String name, String value) {
    if (!SECRET_HEADER.matcher(name).find()) {
      return masked(value);
    }
    int blank = value.indexOf(' ');
    return blank < 0 ? MASK : value.substring(0, blank + 1) + MASK;
  }
}
