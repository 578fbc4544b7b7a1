package io.sluice.simulator.model;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** The tokens of one answer, in order, before stop texts and bounds apply. Mutable, one reader. */
final class AnswerWords {
  /** After this many tokens the model ends at the next place where a text may end. */
  private static final int LONG = 400;

  private final WordList vocabulary;
  private final NextToken next;
  private final String topic;
  private final Sampler sampler;
  private final Context context = new Context();
  private final Queue<String> spelled = new ArrayDeque<>();
  private String last = "";

  AnswerWords(WordList vocabulary, NextToken next, String topic, Sampling sampling) {
    this.vocabulary = vocabulary;
    this.next = next;
    this.topic = topic;
    this.sampler = new Sampler(sampling.temperature(), sampling.topP(), sampling.seed());
  }

  /** The next token's text, or empty at the end of the answer. */
  Optional<String> next() {
    if (spelled.isEmpty() && !choose()) {
      return Optional.empty();
    }
    last = spelled.remove();
    return Optional.of(last);
  }

  private boolean choose() {
    if (context.length() > LONG && (last.equals(".") || last.equals("\n"))) {
      return false;
    }
    int token = sampler.choose(next.after(context));
    if (token == WordList.END) {
      return false;
    }
    next.chose(token);
    context.add(token);
    if (token == WordList.TOPIC) {
      spelled.addAll(WordTokenizer.tokens(topic));
    } else {
      spelled.add(vocabulary.text(token));
    }
    return true;
  }
}
