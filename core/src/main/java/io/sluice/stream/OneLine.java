package io.sluice.stream;

import io.sluice.text.Printable;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Makes a server's text suitable for {@link Failure#message()}: one line without control
 * characters, at most {@value #MOST} characters, and without the key that some servers quote when
 * they refuse it.
 */
public final class OneLine {

  /** The maximum length of the line. */
  public static final int MOST = 500;

  private static final String MASK = "***";

  /** More than the line's length, so that a key at its end is still recognised and masked. */
  private static final int LOOKED_AT = 4 * MOST;

  /** Prefixes under which providers hand out keys. */
  private static final Pattern PREFIXED =
      Pattern.compile(
          "\\b(?:sk|pk|rk|gsk|xai|pplx|hf|nvapi|csk|fw|tgp|r8|key)[-_][\\w\\-*.]{6,}|\\bAIza[\\w\\-*]{10,}");

  private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer\\s+)[^\\s\"',;]{4,}");

  /** Forms such as {@code key provided: abc}, {@code api_key=abc}, {@code key 'abc'}. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\b((?:api[ _-]?)?keys?\\b(?:\\s+(?:provided|given|is|was|used))*"
              + "(?:\\s*[:=]\\s*['\"`]?|\\s*['\"`]))[^\\s'\"`,;)]{4,}");

  /** A word after "key" that no language has: letters and digits mixed, or stars. */
  private static final Pattern TOKEN_LIKE =
      Pattern.compile("(?i)(\\bkey\\s+)(?=[\\w\\-.*]*[\\d*])[\\w\\-.*]{8,}");

  private OneLine() {}

  /** The text as one line; empty if nothing can be shown. */
  public static String of(String text) {
    Objects.requireNonNull(text, "text");
    String start = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    return cut(masked(Printable.line(start)));
  }

  private static String masked(String line) {
    String masked = PREFIXED.matcher(line).replaceAll(MASK);
    masked = BEARER.matcher(masked).replaceAll("$1" + MASK);
    masked = NAMED.matcher(masked).replaceAll("$1" + MASK);
    return TOKEN_LIKE.matcher(masked).replaceAll("$1" + MASK);
  }

  private static String cut(String line) {
    return line.length() <= MOST ? line : line.substring(0, MOST - 1) + "…";
  }
}
