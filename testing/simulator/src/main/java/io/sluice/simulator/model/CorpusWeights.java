package io.sluice.simulator.model;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The weight of each page for one prompt: high for the pages of the requested section that match
 * the prompt's words, low for the other pages of that section, very low for the rest of the text.
 */
final class CorpusWeights {
  private static final double IN_SECTION = 0.03;
  private static final double ELSEWHERE = 0.0005;

  /** The sections whose pages are each about something. */
  private static final Set<String> OF_TOPICS = Set.of("explain", "list");

  /** Stems that say how many are wanted, and not of what. */
  private static final Set<String> OF_EVERY_LIST =
      Stream.of("name", "two", "three", "four", "five", "six", "ten")
          .map(Stem::of)
          .collect(Collectors.toUnmodifiableSet());

  private CorpusWeights() {}

  /** The weights for an answer of the kind that the prompt asks for. */
  static double[] weights(Corpus corpus, Prompt prompt) {
    return weights(corpus, prompt, section(corpus, prompt));
  }

  /** The weights for a text of a section that is chosen by its name. */
  static double[] weights(Corpus corpus, Prompt prompt, String section) {
    return weights(corpus, prompt, index(corpus.sections(), section));
  }

  private static double[] weights(Corpus corpus, Prompt prompt, int section) {
    List<CorpusText> pages = corpus.pages();
    double[] weights = new double[pages.size()];
    double best = bestMatch(corpus, section, prompt);
    // Two prompts that match nothing in the text should still get different answers.
    var taste = new SplittableRandom(prompt.hashCode());
    for (int i = 0; i < weights.length; i++) {
      weights[i] =
          weight(corpus, pages.get(i), section, best, prompt) * (0.8 + 0.4 * taste.nextDouble());
    }
    return weights;
  }

  private static double weight(
      Corpus corpus, CorpusText page, int section, double best, Prompt prompt) {
    if (page.section() != section) {
      return ELSEWHERE;
    }
    if (page.echoes() && prompt.topic().isEmpty()) {
      return ELSEWHERE;
    }
    double share = best == 0 ? 1 : match(corpus, page, prompt) / best;
    return Math.max(IN_SECTION, share * share);
  }

  /** The first section with a cue that is in the prompt; otherwise the section that explains. */
  private static int section(Corpus corpus, Prompt prompt) {
    List<Section> sections = corpus.sections();
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).askedFor(prompt)) {
        return known(corpus, i, prompt);
      }
    }
    return known(corpus, index(sections, "explain"), prompt);
  }

  /** Replaces an explanation or a list of what the text does not know by the words for that. */
  private static int known(Corpus corpus, int section, Prompt prompt) {
    boolean needsTopic = OF_TOPICS.contains(corpus.sections().get(section).name());
    return !needsTopic || bestMatch(corpus, section, prompt) > 0
        ? section
        : index(corpus.sections(), "unknown");
  }

  private static int index(List<Section> sections, String name) {
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the text has no section '" + name + "'");
  }

  private static double bestMatch(Corpus corpus, int section, Prompt prompt) {
    return corpus.pages().stream()
        .filter(page -> page.section() == section)
        .mapToDouble(page -> match(corpus, page, prompt))
        .max()
        .orElse(0);
  }

  /**
   * How well a page matches the prompt; its first tags count most. A number is no match where the
   * topic is another one.
   */
  private static double match(Corpus corpus, CorpusText page, Prompt prompt) {
    double match = 0;
    boolean fits = !OF_TOPICS.contains(corpus.sections().get(page.section()).name());
    for (int place = 0; place < page.tags().size(); place++) {
      String tag = page.tags().get(place);
      if (prompt.stems().contains(tag)) {
        match += 1.0 / (1 + place);
        fits |= !OF_EVERY_LIST.contains(tag);
      }
    }
    return fits ? match : 0;
  }
}
