package io.sluice.stages.secret;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Keys of services, found by how they begin. A key is sure after the first characters behind its
 * beginning; however long it is, it is replaced as a whole.
 */
final class KeyRule implements SecretRule {

  private static final int ASCII = 128;

  /** How keys begin, and how many characters must follow to be sure. */
  private static final List<Beginning> BEGINNINGS =
      List.of(
          new Beginning("sk-", 16), // OpenAI, Anthropic, OpenRouter, DeepSeek
          new Beginning("sk_live_", 10), // Stripe
          new Beginning("sk_test_", 10),
          new Beginning("rk_live_", 10),
          new Beginning("rk_test_", 10),
          new Beginning("pk_live_", 10),
          new Beginning("whsec_", 16),
          new Beginning("AKIA", 16), // Amazon
          new Beginning("ASIA", 16),
          new Beginning("ghp_", 20), // GitHub
          new Beginning("gho_", 20),
          new Beginning("ghu_", 20),
          new Beginning("ghs_", 20),
          new Beginning("ghr_", 20),
          new Beginning("github_pat_", 20),
          new Beginning("glpat-", 16), // GitLab
          new Beginning("xoxa-", 10), // Slack
          new Beginning("xoxb-", 10),
          new Beginning("xoxp-", 10),
          new Beginning("xoxr-", 10),
          new Beginning("xoxs-", 10),
          new Beginning("xapp-", 10),
          new Beginning("AIza", 30), // Google
          new Beginning("ya29.", 20),
          new Beginning("GOCSPX-", 20),
          new Beginning("hf_", 20), // Hugging Face
          new Beginning("gsk_", 20), // Groq
          new Beginning("xai-", 20),
          new Beginning("pplx-", 20),
          new Beginning("r8_", 20), // Replicate
          new Beginning("npm_", 20),
          new Beginning("pypi-", 20),
          new Beginning("dop_v1_", 20), // DigitalOcean
          new Beginning("SG.", 20), // SendGrid
          new Beginning("eyJ", 17)); // a JWT: JSON objects in Base64

  /** The beginnings that begin with each character of ASCII. */
  private static final List<List<Beginning>> BY_FIRST =
      IntStream.range(0, ASCII)
          .mapToObj(
              first -> BEGINNINGS.stream().filter(key -> key.text().charAt(0) == first).toList())
          .toList();

  @Override
  public String label() {
    return "[key]";
  }

  @Override
  public int longest() {
    return BEGINNINGS.stream().mapToInt(Beginning::length).max().orElse(0);
  }

  @Override
  public boolean mayBeginWith(char first) {
    return first < ASCII && !BY_FIRST.get(first).isEmpty();
  }

  @Override
  public boolean mayBeIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (mayBeginWith(text.charAt(i)) && beginsAt(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean beginsAt(String text, int at) {
    for (Beginning key : BY_FIRST.get(text.charAt(at))) {
      if (text.startsWith(key.text(), at)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int match(GrowingText text, int at) {
    char first = text.charAt(at);
    if (!mayBeginWith(first) || text.followsLetterOrDigit(at)) {
      return NONE;
    }
    int decision = NONE;
    for (Beginning key : BY_FIRST.get(first)) {
      int length = key.match(text, at);
      if (length == UNDECIDED) {
        return UNDECIDED;
      }
      decision = Math.max(decision, length);
    }
    return decision;
  }

  /** A dot belongs to a key, as in a JWT, if more of the key follows it. */
  @Override
  public int rest(GrowingText text, int at) {
    int end = at;
    while (end < text.length() && (isOfKey(text.charAt(end)) || isInnerDot(text, end))) {
      end++;
    }
    return end - at;
  }

  @Override
  public boolean mayGoOn(GrowingText text, int at) {
    return text.charAt(at) == '.' && at + 1 == text.length() && !text.isComplete();
  }

  private static boolean isInnerDot(GrowingText text, int at) {
    return text.charAt(at) == '.' && at + 1 < text.length() && isOfKey(text.charAt(at + 1));
  }

  private static boolean isOfKey(char character) {
    return character < ASCII
        && (Character.isLetterOrDigit(character) || character == '_' || character == '-');
  }

  /**
   * How keys of one kind begin.
   *
   * @param text the beginning
   * @param behind how many characters of a key must follow
   */
  private record Beginning(String text, int behind) {

    int length() {
      return text.length() + behind;
    }

    int match(GrowingText all, int at) {
      for (int i = 0; i < length(); i++) {
        if (at + i == all.length()) {
          return all.atEnd();
        }
        char character = all.charAt(at + i);
        boolean fits = i < text.length() ? character == text.charAt(i) : isOfKey(character);
        if (!fits) {
          return NONE;
        }
      }
      return length();
    }
  }
}
