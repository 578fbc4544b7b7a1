package io.sluice.stages.secret;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Replaces the secrets of a JSON text that comes in parts, also where their characters are escaped.
 * What was JSON stays JSON: each string is a text of its own, and a number or a word with a secret
 * becomes a string. A text that is no JSON is filtered as a whole. What the filter gives does not
 * depend on where the parts were cut. Mutable; for one thread.
 */
public final class JsonSecretFilter {

  /** Longer numbers are no JSON that anything writes; the text is then filtered as a whole. */
  private static final int LONGEST_SCALAR = 256;

  private static final int OFTEN_ENOUGH = 1024;

  private static final Pattern SCALAR = Pattern.compile("-?[0-9][0-9.eE+-]*|true|false|null");
  private static final String BLANKS = " \t\r\n";
  private static final String MARKS = "{}[]:,";

  private final List<SecretRule> rules;
  private final EscapedText escaped;
  private final SecretFilter filter;

  /** A number or a word outside strings, and blanks behind it, until what follows has come. */
  private final StringBuilder scalar = new StringBuilder();

  private final StringBuilder out = new StringBuilder();
  private In in = In.BETWEEN;

  JsonSecretFilter(List<SecretRule> rules) {
    this.rules = rules;
    var text = new GrowingText();
    escaped = new EscapedText(text);
    filter = new SecretFilter(rules, text, escaped, out);
  }

  /** Takes the next part and returns what is safe to show now; often empty. */
  public String add(String part) {
    takeAll(part);
    filter.advance();
    return taken();
  }

  /** Returns the rest of the text. What is added from then on is another text. */
  public String end() {
    finish();
    return taken();
  }

  /** Whether a complete text holds a secret. Nothing of another text may be held back. */
  public boolean findsIn(String json) {
    if (isSurelyClean(json)) {
      return false;
    }
    takeAll(json);
    finish();
    boolean same = json.contentEquals(out);
    out.setLength(0);
    return !same;
  }

  /** Whether nothing is held back. */
  public boolean isEmpty() {
    return filter.isEmpty() && scalar.length() == 0 && !escaped.isWithinEscape();
  }

  /** Without escapes a text holds nothing that cannot be seen in it as it is written. */
  private boolean isSurelyClean(String json) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).mayBeIn(json)) {
        return false;
      }
    }
    return json.indexOf('\\') < 0;
  }

  private void takeAll(String part) {
    int shown = OFTEN_ENOUGH;
    for (int at = 0; at < part.length(); ) {
      int plain = in == In.STRING ? escaped.addPlain(part, at, '"') : at;
      if (plain < part.length()) {
        take(part.charAt(plain));
      }
      at = plain + 1;
      if (at >= shown) { // What waits is bounded, however long the part is.
        filter.advance();
        shown = at + OFTEN_ENOUGH;
      }
    }
  }

  private void finish() {
    if (in == In.BETWEEN) {
      endScalar();
    }
    endText();
    in = In.BETWEEN;
  }

  private void take(char next) {
    switch (in) {
      case BETWEEN -> between(next);
      case STRING -> string(next);
      case TEXT -> escaped.add(next);
    }
  }

  private void between(char next) {
    if (MARKS.indexOf(next) >= 0) {
      if (endScalar()) {
        out.append(next);
      } else {
        escaped.add(next);
      }
    } else if (BLANKS.indexOf(next) >= 0) {
      blank(next);
    } else if (next == '"' && scalar.length() == 0) {
      in = In.STRING;
      out.append(next);
    } else if (next == '"' || endsWithBlank() || scalar.length() == LONGEST_SCALAR) {
      leaveJson();
      escaped.add(next);
    } else {
      scalar.append(next);
    }
  }

  private void blank(char next) {
    if (scalar.length() == 0 || (scalar.length() == LONGEST_SCALAR && endScalar())) {
      out.append(next);
    } else if (in == In.TEXT) {
      escaped.add(next);
    } else {
      scalar.append(next);
    }
  }

  private void string(char next) {
    if (next != '"' || escaped.isBehindBackslash()) {
      escaped.add(next);
    } else {
      endText();
      out.append(next);
      in = In.BETWEEN;
    }
  }

  /** Ends the text of a string, or the whole text. */
  private void endText() {
    escaped.release();
    filter.finish();
    filter.restart();
  }

  /** Gives the number or word that is held; false if it is none, and so this is no JSON. */
  private boolean endScalar() {
    if (scalar.length() == 0) {
      return true;
    }
    String held = scalar.toString();
    String value = held.stripTrailing();
    if (!SCALAR.matcher(value).matches()) {
      leaveJson();
      return false;
    }
    scalar.setLength(0);
    int begin = out.length();
    takeText(value);
    endText();
    String shown = out.substring(begin);
    if (!shown.equals(value)) {
      String label = shown.substring(shown.indexOf('['), shown.indexOf(']') + 1);
      out.setLength(begin);
      out.append('"').append(label).append('"');
    }
    out.append(held, value.length(), held.length());
    return true;
  }

  private void leaveJson() {
    in = In.TEXT;
    takeText(scalar);
    scalar.setLength(0);
  }

  private void takeText(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      escaped.add(text.charAt(i));
    }
  }

  private boolean endsWithBlank() {
    int length = scalar.length();
    return length > 0 && BLANKS.indexOf(scalar.charAt(length - 1)) >= 0;
  }

  private String taken() {
    String shown = out.toString();
    out.setLength(0);
    return shown;
  }

  /** Where the next character stands. */
  private enum In {
    BETWEEN,
    STRING,
    TEXT
  }
}
