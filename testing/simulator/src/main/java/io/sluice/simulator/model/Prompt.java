package io.sluice.simulator.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The user's last message, as far as the model understands it. */
final class Prompt {
  private static final int LONGEST_TOPIC = 60;
  private static final Pattern TOPIC =
      Pattern.compile(
          "\\b(?:about|of|explain|describe|define|are|is|was|say|repeat)\\s+(.{2,"
              + LONGEST_TOPIC
              + "}?)\\s*(?:[.?!:;\\n].*)?$",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Set<String> SMALL =
      Set.of(
          "a",
          "an",
          "the",
          "of",
          "in",
          "on",
          "to",
          "for",
          "and",
          "or",
          "is",
          "are",
          "was",
          "be",
          "it",
          "me",
          "my",
          "i",
          "you",
          "your",
          "do",
          "does",
          "did",
          "what",
          "why",
          "how",
          "who",
          "when",
          "where",
          "which",
          "with",
          "about",
          "write",
          "tell",
          "give",
          "make",
          "please",
          "can",
          "could",
          "would",
          "some",
          "this",
          "that",
          "from",
          "explain",
          "describe",
          "short");

  private final String text;
  private final String words;
  private final Set<String> stems;

  Prompt(String text) {
    this.text = text.strip();
    List<String> plain =
        WordTokenizer.tokens(text).stream()
            .map(token -> token.strip().toLowerCase(Locale.ROOT))
            .filter(token -> !token.isEmpty() && Character.isLetterOrDigit(token.codePointAt(0)))
            .toList();
    this.words = " " + String.join(" ", plain) + " ";
    this.stems =
        plain.stream()
            .filter(word -> !SMALL.contains(word))
            .map(Stem::of)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether the words of a cue are in the prompt, in their order; a cue after {@code =} must be the
   * whole prompt.
   */
  boolean mentions(String cue) {
    return cue.startsWith("=")
        ? words.equals(" " + cue.substring(1) + " ")
        : words.contains(" " + cue + " ");
  }

  /** The stems of the words that carry meaning. */
  Set<String> stems() {
    return stems;
  }

  /** The topic of the prompt, in the prompt's own words. */
  Optional<String> topic() {
    Matcher matcher = TOPIC.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Equal for equal prompts, on any machine. */
  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Prompt that && text.equals(that.text);
  }
}
