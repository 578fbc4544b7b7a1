package io.sluice.stages.secret;

/** E-mail addresses, also with letters beyond ASCII. */
final class EmailRule implements SecretRule {

  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 254;

  @Override
  public String label() {
    return "[email]";
  }

  @Override
  public int longest() {
    return LONGEST_LOCAL + 1 + LONGEST_DOMAIN;
  }

  @Override
  public int match(GrowingText text, int at) {
    if (!isLocal(text.charAt(at)) || !mayBegin(text, at)) {
      return NONE;
    }
    int sign = at + 1;
    while (sign < text.length() && sign - at <= LONGEST_LOCAL && isLocal(text.charAt(sign))) {
      sign++;
    }
    if (sign - at > LONGEST_LOCAL) {
      return NONE;
    }
    if (sign == text.length()) {
      return text.atEnd();
    }
    return text.charAt(sign) == '@' ? withDomain(text, at, sign + 1) : NONE;
  }

  /** An address begins where its characters begin; in a run longer than any address, anywhere. */
  private static boolean mayBegin(GrowingText text, int at) {
    int before = 0;
    while (before < LONGEST_LOCAL && before < at && isLocal(text.charAt(at - 1 - before))) {
      before++;
    }
    return before == 0 || before == LONGEST_LOCAL;
  }

  private static int withDomain(GrowingText text, int at, int domain) {
    int end = domain;
    while (end < text.length() && end - domain < LONGEST_DOMAIN && isDomain(text.charAt(end))) {
      end++;
    }
    if (end == text.length() && end - domain < LONGEST_DOMAIN && !text.isComplete()) {
      return UNDECIDED;
    }
    while (end > domain && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--; // The full stop behind an address ends a sentence.
    }
    return hasTopLevel(text, domain, end) ? end - at : NONE;
  }

  private static boolean hasTopLevel(GrowingText text, int domain, int end) {
    int label = end;
    while (label > domain && text.charAt(label - 1) != '.') {
      label--;
    }
    return label > domain + 1 && end - label >= 2;
  }

  private static boolean isLocal(char character) {
    return Character.isLetterOrDigit(character) || "._%+-".indexOf(character) >= 0;
  }

  private static boolean isDomain(char character) {
    return Character.isLetterOrDigit(character) || character == '.' || character == '-';
  }
}
