package io.sluice.wire.request;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL that holds its content (RFC 2397) in base64.
 *
 * @param mediaType the media type of the content
 * @param data the content in base64
 */
public record DataUrl(String mediaType, String data) {

  private static final Pattern FORM =
      Pattern.compile("data:([^;,]+)(?:;[^;,]+)*;base64,(.*)", Pattern.DOTALL);

  /** Reads a URL; empty if it is none of this kind. */
  public static Optional<DataUrl> read(String url) {
    Matcher parts = FORM.matcher(url);
    return parts.matches()
        ? Optional.of(new DataUrl(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  /** Contains only the media type, because the content is the user's. */
  @Override
  public String toString() {
    return "data:" + mediaType;
  }
}
