package io.sluice.stages;

import io.sluice.chat.Json;
import java.util.Optional;

/**
 * The known part of a JSON object or array that grows: strings as far as they have come; numbers,
 * words and names when they are whole. Mutable; for one thread.
 */
final class PartialJson {

  /** The most characters that are followed; the value of what is longer stays as it was then. */
  static final int LONGEST = 1 << 18;

  private final JsonPlace place = new JsonPlace();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder closers = new StringBuilder();
  private In in = In.BEFORE_VALUE;
  private int known;
  private int escape;
  private boolean changed;

  /** Takes text of the answer; returns the value if more of it is known than before. */
  Optional<Json> add(String more) {
    changed = false;
    for (int i = 0; i < more.length(); i++) {
      if (place.holds(more.charAt(i)) && in != In.BROKEN && text.length() < LONGEST) {
        take(more.charAt(i));
      }
    }
    return changed ? Optional.of(value()) : Optional.empty();
  }

  private Json value() {
    String quote = in == In.STRING ? "\"" : "";
    String ends = new StringBuilder(closers).reverse().toString();
    return new Json(text.substring(0, known) + quote + ends);
  }

  private void take(char character) {
    if (in == In.SCALAR && (",]}".indexOf(character) >= 0 || isBlank(character))) {
      in = In.BEHIND_VALUE;
      know();
    }
    text.append(character);
    switch (in) {
      case STRING, NAME -> string(character);
      case SCALAR -> {}
      default -> between(character);
    }
  }

  private void between(char character) {
    if (isBlank(character)) {
      return;
    }
    switch (character) {
      case '{', '[' -> open(character);
      case '}', ']' -> close(character);
      case ',' -> in = isInObject() ? In.BEFORE_NAME : In.BEFORE_VALUE;
      case ':' -> in = In.BEFORE_VALUE;
      case '"' -> {
        boolean name = in == In.BEFORE_NAME;
        in = name ? In.NAME : In.STRING;
        if (!name) {
          know();
        }
      }
      default -> in = in == In.BEFORE_VALUE ? In.SCALAR : In.BROKEN;
    }
  }

  private void open(char bracket) {
    closers.append(bracket == '{' ? '}' : ']');
    in = bracket == '{' ? In.BEFORE_NAME : In.BEFORE_VALUE;
    know();
  }

  private void close(char bracket) {
    int last = closers.length() - 1;
    if (last < 0 || closers.charAt(last) != bracket) {
      in = In.BROKEN;
      return;
    }
    closers.setLength(last);
    in = In.BEHIND_VALUE;
    know();
  }

  private void string(char character) {
    if (escape > 0) {
      escape += escape == 1 && character == 'u' ? 4 : 0;
      escape--;
    } else if (character == '\\') {
      escape = 1;
    } else if (character == '"') {
      boolean name = in == In.NAME;
      in = In.BEHIND_VALUE;
      if (!name) {
        know();
      }
      return;
    }
    if (escape == 0 && in == In.STRING && !Character.isHighSurrogate(character)) {
      know();
    }
  }

  private void know() {
    known = text.length();
    changed = true;
  }

  private boolean isInObject() {
    return closers.length() > 0 && closers.charAt(closers.length() - 1) == '}';
  }

  private static boolean isBlank(char character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }

  /** What the next character belongs to. */
  private enum In {
    BEFORE_NAME,
    NAME,
    BEFORE_VALUE,
    STRING,
    SCALAR,
    BEHIND_VALUE,
    BROKEN
  }
}
