package io.sluice.stages.secret;

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

  private final List<SecretRule> rules;
  private final GrowingText text;
  private final Spelling spelling;
  private final StringBuilder out = new StringBuilder();
  private int at;

  /** Null unless the last secret may be longer than what was found of it. */
  private @Nullable SecretRule within;

  SecretFilter(List<SecretRule> rules) {
    this(rules, new GrowingText(), Spelling.PLAIN);
  }

  /** A filter of a text that is appended to by its owner, and shown as it was written. */
  SecretFilter(List<SecretRule> rules, GrowingText text, Spelling spelling) {
    this.rules = rules;
    this.text = text;
    this.spelling = spelling;
  }

  /** Takes the next part and returns what is safe to show now; often empty. */
  public String add(String part) {
    text.append(part);
    return shown();
  }

  /** Returns the rest. Nothing may be added from then on. */
  public String end() {
    text.complete();
    return shown();
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

  /** What is safe to show of what was appended. */
  String shown() {
    while (at < text.length() && passedSecret() && step()) {
      // Each step shows a character or replaces a secret.
    }
    if (at > OFTEN_ENOUGH) {
      text.drop(at - CONTEXT);
      at = CONTEXT;
    }
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
    for (int i = 0; i < rules.size(); i++) {
      int length = rules.get(i).match(text, at);
      if (length == SecretRule.UNDECIDED) {
        return false;
      }
      if (length > longest) {
        longest = length;
        secret = rules.get(i);
      }
    }
    if (secret == null) {
      spelling.show(text.charAt(at), out);
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
