package io.sluice.stages.secret;

/**
 * Numbers of payment cards: 13 to 19 digits with a right check digit, in groups between which up to
 * three blanks, dashes or dots stand. Also found among other groups of digits.
 */
final class CardRule implements SecretRule {

  private static final int FEWEST = 13;
  private static final int MOST = 19;
  private static final int WIDEST_GAP = 3;
  private static final String GAPS = " -.\u00a0\u2007\u2010\u2011\u2012\u2013\u202f";

  @Override
  public String label() {
    return "[card]";
  }

  @Override
  public int longest() {
    return MOST + (MOST - 1) * WIDEST_GAP + WIDEST_GAP;
  }

  @Override
  public boolean mayBeginWith(char first) {
    return first >= '2' && first <= '6';
  }

  @Override
  public boolean mayBeIn(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits >= FEWEST;
  }

  @Override
  public int match(GrowingText text, int at) {
    if (!mayBeginWith(text.charAt(at)) || text.followsLetterOrDigit(at)) {
      return NONE;
    }
    var digits = new Digits();
    int longest = NONE;
    for (int here = at; here >= 0 && here < text.length(); here = next(text, here)) {
      if (digits.count == MOST) {
        return longest;
      }
      digits.add(text.charAt(here) - '0');
      if (here + 1 < text.length() ? !isDigit(text.charAt(here + 1)) : text.isComplete()) {
        longest = digits.areCard() ? here + 1 - at : longest;
      }
      if (endsUndecided(text, here)) {
        return UNDECIDED;
      }
    }
    return longest;
  }

  /** Whether what follows this digit has not come yet. */
  private static boolean endsUndecided(GrowingText text, int digit) {
    int behind = digit + 1;
    while (behind < text.length()
        && behind - digit <= WIDEST_GAP
        && GAPS.indexOf(text.charAt(behind)) >= 0) {
      behind++;
    }
    return behind == text.length() && !text.isComplete();
  }

  /** The next digit of the number, or -1. */
  private static int next(GrowingText text, int digit) {
    int next = digit + 1;
    while (next < text.length()
        && next - digit <= WIDEST_GAP
        && GAPS.indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next < text.length() && isDigit(text.charAt(next)) ? next : -1;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  /** The digits so far, with both sums that the check digit can need. Mutable. */
  private static final class Digits {
    private int count;
    private int sum;
    private int sumIfOneFollows;

    void add(int digit) {
      int doubled = digit > 4 ? 2 * digit - 9 : 2 * digit;
      int before = sum;
      sum = sumIfOneFollows + digit;
      sumIfOneFollows = before + doubled;
      count++;
    }

    boolean areCard() {
      return count >= FEWEST && sum % 10 == 0;
    }
  }
}
