package io.sluice.server.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A token that callers show, of which only the hash is kept. Runs and limits belong to its name.
 * Immutable; its text form shows the name alone.
 */
public final class AccessToken {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  private final String name;
  private final byte[] hash;
  private final OptionalInt perMinute;
  private final Set<String> endpoints;

  private AccessToken(String name, byte[] hash, OptionalInt perMinute, Set<String> endpoints) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a token has no name; give it one");
    }
    this.name = name;
    this.hash = hash;
    this.perMinute = perMinute;
    this.endpoints = Set.copyOf(endpoints);
  }

  /**
   * A token of which the text is known.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public static AccessToken of(String name, String secret) {
    return new AccessToken(name, hash(secret), OptionalInt.empty(), Set.of());
  }

  /**
   * A token of which the SHA-256 hash is known.
   *
   * @throws IllegalArgumentException in one line, if that is not 64 hexadecimal digits, or the name
   *     is blank
   */
  public static AccessToken hashed(String name, String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "the sha256 of the token '"
              + name
              + "' is not 64 hexadecimal digits; make it with: printf %s TOKEN | sha256sum");
    }
    byte[] hash = HexFormat.of().parseHex(sha256.toLowerCase(Locale.ROOT));
    return new AccessToken(name, hash, OptionalInt.empty(), Set.of());
  }

  /**
   * This token, with which at most so many requests a minute are granted.
   *
   * @throws IllegalArgumentException if that is less than one
   */
  public AccessToken perMinute(int requests) {
    if (requests < 1) {
      throw new IllegalArgumentException("the rate of '" + name + "' is " + requests + "; use 1");
    }
    return new AccessToken(name, hash, OptionalInt.of(requests), endpoints);
  }

  /**
   * This token, with which these endpoints alone may be used.
   *
   * @throws IllegalArgumentException if there are none
   */
  public AccessToken onlyFor(Collection<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "the token '" + name + "' has an empty list of endpoints; name one, or leave it out");
    }
    return new AccessToken(name, hash, perMinute, Set.copyOf(names));
  }

  /** The name to which runs and limits belong. */
  public String name() {
    return name;
  }

  /** How many requests a minute are granted; empty if there is no limit. */
  public OptionalInt perMinute() {
    return perMinute;
  }

  /** The names of the endpoints that may be used with it; empty if all may be. Unmodifiable. */
  public Set<String> endpoints() {
    return endpoints;
  }

  /** Whether a text with this hash is the token, in a time that does not depend on the text. */
  boolean matches(byte[] shown) {
    return MessageDigest.isEqual(hash, shown);
  }

  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "AccessToken " + name;
  }
}
