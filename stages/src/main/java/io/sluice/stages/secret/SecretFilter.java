package io.sluice.stages.secret;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the secrets of a text that comes in parts. What it gives does not depend on where the
 * parts were cut. Mutable; for one thread.
 */
public final class SecretFilter {

  /** What rules may look back at, and patterns with a look-behind. */
  private static final int CONTEXT = 64;

  private static final int OFTEN_ENOUGH = 256;

  private static final int ASCII = 128;

  private final List<SecretRule> rules;

  /** The rules that a character of ASCII may concern: of most characters one. */
  private final List<List<SecretRule>> byFirst = new ArrayList<>(ASCII);

  private final GrowingText text;
  private final Spelling spelling;
  private final StringBuilder out;
  private int at;

  /** Null unless the last secret may be longer than what was found of it. */
  private @Nullable SecretRule within;

  SecretFilter(List<SecretRule> rules) {
    this(rules, new GrowingText(), Spelling.PLAIN, new StringBuilder());
  }

  /**
   * A filter of a text that is appended to by its owner.
   *
   * @param spelling how the text was written, and so is shown
   * @param out what is shown is appended to it
   */
  SecretFilter(List<SecretRule> rules, GrowingText text, Spelling spelling, StringBuilder out) {
    this.rules = rules;
    this.text = text;
    this.spelling = spelling;
    this.out = out;
    for (int code = 0; code < ASCII; code++) {
      char first = (char) code;
      byFirst.add(rules.stream().filter(rule -> rule.mayBeginWith(first)).toList());
    }
  }

  /** Takes the next part and returns what is safe to show now; often empty. */
  public String add(String part) {
    return add(part, "");
  }

  /**
   * Takes the next part and returns what is safe to show now.
   *
   * @param likely what that may be; if it is, this string itself is returned, and none is made
   */
  public String add(String part, String likely) {
    text.append(part);
    advance();
    if (part.contentEquals(out)) {
      out.setLength(0);
      return part;
    }
    if (likely.contentEquals(out)) {
      out.setLength(0);
      return likely;
    }
    return taken();
  }

  /** Returns the rest. Nothing may be added from then on. */
  public String end() {
    finish();
    return taken();
  }

  /** Whether nothing is held back. */
  public boolean isEmpty() {
    return at == text.length();
  }

  /** Begins with another text, which has nothing to do with what was added. */
  void restart() {
    text.clear();
    spelling.clear();
    at = 0;
    within = null;
  }

  /** Shows the rest of the text, which is complete now. */
  void finish() {
    text.complete();
    advance();
  }

  /** Shows what is safe to show of what was appended. */
  void advance() {
    while (at < text.length() && passedSecret() && step()) {
      // Each step shows a character or replaces a secret.
    }
    if (at > OFTEN_ENOUGH) {
      text.drop(at - CONTEXT);
      at = CONTEXT;
    }
  }

  private String taken() {
    String shown = out.toString();
    out.setLength(0);
    return shown;
  }

  /** Whether the secret found last has ended before this place. */
  private boolean passedSecret() {
    SecretRule open = within;
    if (open != null) {
      int rest = open.rest(text, at);
      spelling.skip(rest);
      at += rest;
      if (at == text.length() || open.mayGoOn(text, at)) {
        return false;
      }
      within = null;
    }
    return true;
  }

  /** Decides about this place; false if that needs more text. The longest secret counts. */
  private boolean step() {
    int longest = SecretRule.NONE;
    SecretRule secret = null;
    char first = text.charAt(at);
    List<SecretRule> concerned = first < ASCII ? byFirst.get(first) : rules;
    for (int i = 0; i < concerned.size(); i++) {
      int length = concerned.get(i).match(text, at);
      if (length == SecretRule.UNDECIDED) {
        return false;
      }
      if (length > longest) {
        longest = length;
        secret = concerned.get(i);
      }
    }
    if (secret == null) {
      spelling.show(first, out);
      at++;
    } else {
      out.append(secret.label());
      spelling.skip(longest);
      at += longest;
      within = secret;
    }
    return true;
  }
}
