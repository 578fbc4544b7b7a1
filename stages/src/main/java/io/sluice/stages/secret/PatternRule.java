package io.sluice.stages.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a regular expression matches, in at most {@value #LONGEST} characters. */
final class PatternRule implements SecretRule {

  private static final int LONGEST = 256;

  private final Matcher matcher;

  PatternRule(Pattern pattern) {
    matcher = pattern.matcher("").useTransparentBounds(true).useAnchoringBounds(false);
  }

  @Override
  public String label() {
    return "[removed]";
  }

  @Override
  public int longest() {
    return LONGEST;
  }

  @Override
  public boolean mayBeginWith(char first) {
    return true;
  }

  @Override
  public int match(GrowingText text, int at) {
    int end = Math.min(text.length(), at + LONGEST);
    boolean found = matcher.reset(text).region(at, end).lookingAt();
    if (matcher.hitEnd() && end - at < LONGEST && !text.isComplete()) {
      return UNDECIDED;
    }
    return found ? matcher.end() - at : NONE;
  }
}
