package io.sluice.stages.secret;

/** E-mail addresses, also with letters beyond ASCII. */
final class EmailRule implements SecretRule {

  private static final WordCharacters LOCAL = new WordCharacters("._%+-");
  private static final WordCharacters DOMAIN = new WordCharacters(".-");
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 254;

  /** The end of a run of characters in which no address begins, as a position of the text. */
  private long clearUntil;

  @Override
  public String label() {
    return "[email]";
  }

  @Override
  public int longest() {
    return LONGEST_LOCAL + 1 + LONGEST_DOMAIN;
  }

  @Override
  public boolean mayBeginWith(char first) {
    return LOCAL.has(first);
  }

  @Override
  public boolean mayBeIn(String text) {
    return text.indexOf('@') >= 0;
  }

  @Override
  public int match(GrowingText text, int at) {
    if (text.position(at) < clearUntil || !LOCAL.has(text.charAt(at)) || !mayBegin(text, at)) {
      return NONE;
    }
    int sign = at + 1;
    while (sign < text.length() && sign - at <= LONGEST_LOCAL && LOCAL.has(text.charAt(sign))) {
      sign++;
    }
    if (sign - at > LONGEST_LOCAL) {
      return NONE;
    }
    if (sign < text.length() && text.charAt(sign) == '@') {
      return withDomain(text, at, sign + 1);
    }
    if (sign == text.length() && !text.isComplete()) {
      return UNDECIDED;
    }
    clearUntil = text.position(sign);
    return NONE;
  }

  /** An address begins where its characters begin; in a run longer than any address, anywhere. */
  private static boolean mayBegin(GrowingText text, int at) {
    if (at == 0 || !LOCAL.has(text.charAt(at - 1))) {
      return true;
    }
    // The far end is looked at first: there most runs are known to be short.
    int before = at - LONGEST_LOCAL;
    while (before >= 0 && before < at && LOCAL.has(text.charAt(before))) {
      before++;
    }
    return before == at;
  }

  private static int withDomain(GrowingText text, int at, int domain) {
    int end = domain;
    while (end < text.length() && end - domain < LONGEST_DOMAIN && DOMAIN.has(text.charAt(end))) {
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
}
