package io.sluice.cli.preview;

import io.sluice.text.HeaderField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Masks secrets in what is shown of a request: in each header that may hold one, and wherever else
 * their text occurs.
 *
 * @param texts the secrets of the server, such as its key
 */
record SecretMask(List<String> texts) {
  private static final String MASK = "***";

  /** A shorter key may be a word of the prompt: local servers accept any key. */
  private static final int SURELY_SECRET = 8;

  /** The text without the secrets. */
  String masked(String text) {
    String shown = text;
    for (String secret : texts) {
      if (secret.length() >= SURELY_SECRET) {
        shown = shown.replace(secret, MASK);
      }
    }
    return shown;
  }

  /** The header fields, in order; of a secret only the scheme stays, as in {@code Bearer ***}. */
  Map<String, String> masked(Map<String, String> headers) {
    var shown = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> shown.put(name, masked(name, value)));
    return shown;
  }

  private String masked(String name, String value) {
    if (!HeaderField.isSecret(name)) {
      return masked(value);
    }
    boolean hasScheme = name.toLowerCase(Locale.ROOT).endsWith("authorization");
    int blank = hasScheme ? value.indexOf(' ') : -1;
    return blank < 0 ? MASK : value.substring(0, blank + 1) + MASK;
  }
}
