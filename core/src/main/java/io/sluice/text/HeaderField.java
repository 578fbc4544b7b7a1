package io.sluice.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A header field of an HTTP request, as RFC 9110, section 5.5, allows it. Its text form shows the
 * value only if its name does not say that it is secret.
 *
 * @param name the name, as it is sent
 * @param value the value, without white space around it
 */
public record HeaderField(String name, String value) {

  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern SECRET =
      Pattern.compile(
          "authorization|.*-authorization|.*authentication-info|.*cookie2?"
              + "|(.*[-_])?(key|apikey|token|secret|password|credential)");

  /** What frames a message or says where it goes: the transport decides it. */
  private static final Set<String> OF_THE_TRANSPORT =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "expect",
          "accept-encoding",
          "keep-alive",
          "proxy-connection",
          "proxy-authorization");

  /**
   * Refuses what cannot be sent, and what the transport decides; no message shows the value.
   *
   * @throws IllegalArgumentException in one line
   */
  public HeaderField {
    value = value.strip();
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a header field is empty, or holds a space, a colon or another character"
              + " that it cannot have; write it like 'X-Tenant'");
    }
    if (OF_THE_TRANSPORT.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "the header field '" + name + "' is the transport's own; leave it out");
    }
    if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f || c > 0xff)) {
      throw new IllegalArgumentException(
          "the value of the header field '"
              + name
              + "' holds a line break, a control character or one beyond Latin-1; encode it");
    }
  }

  /**
   * Reads a field as it stands in a message, such as {@code X-Tenant: acme}.
   *
   * @throws IllegalArgumentException in one line
   */
  public static HeaderField parse(String line) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "a header field has no colon; write it like 'Name: value'");
    }
    return new HeaderField(line.substring(0, colon).strip(), line.substring(colon + 1));
  }

  /**
   * A field of one request alone, such as {@code traceparent}. Fields that hold secrets or describe
   * the body belong to the endpoint or the dialect and are refused.
   *
   * @throws IllegalArgumentException in one line
   */
  public static HeaderField ofOneRequest(String name, String value) {
    var field = new HeaderField(name, value);
    if (field.isSecret() || name.toLowerCase(Locale.ROOT).startsWith("content-")) {
      throw new IllegalArgumentException(
          "the header field '" + name + "' cannot be set for one request; set it in the endpoint");
    }
    return field;
  }

  /** Whether the value must not be shown: the name is that of a key, a token, a cookie. */
  public boolean isSecret() {
    return isSecret(name);
  }

  /** Whether the values of fields with this name must not be shown. */
  public static boolean isSecret(String name) {
    return SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  @Override
  public String toString() {
    return name + ": " + (isSecret() ? "***" : value);
  }
}
