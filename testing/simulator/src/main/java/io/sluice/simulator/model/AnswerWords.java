package io.sluice.simulator.model;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** The tokens of an answer that the model predicts. Mutable, one reader. */
final class AnswerWords implements TokenSource {
  /** After this many tokens the model ends at the next place where a text may end. */
  private static final int LONG = 400;

  private final WordList vocabulary;
  private final NextToken next;
  private final List<String> topic;
  private final Sampling sampling;
  private final Sampler sampler;
  private final int[] said;
  private final Context context = new Context();
  private final Queue<ScoredToken> spelled = new ArrayDeque<>();
  private String last = "";

  AnswerWords(WordList vocabulary, NextToken next, String topic, Sampling sampling) {
    this.vocabulary = vocabulary;
    this.next = next;
    this.topic = WordTokenizer.tokens(topic);
    this.sampling = sampling;
    this.sampler = Sampler.ofWords(sampling);
    this.said = new int[vocabulary.size()];
  }

  @Override
  public Optional<ScoredToken> next() {
    if (spelled.isEmpty() && !choose()) {
      return Optional.empty();
    }
    ScoredToken token = spelled.remove();
    last = token.text();
    return Optional.of(token);
  }

  private boolean choose() {
    if (context.length() > LONG && (last.equals(".") || last.equals("\n"))) {
      return false;
    }
    double[] chances = next.after(context);
    penalize(chances);
    int token = sampler.choose(chances);
    if (token == WordList.END) {
      return false;
    }
    spell(token, chances);
    next.chose(token);
    context.add(token);
    said[token]++;
    return true;
  }

  private void spell(int token, double[] chances) {
    String text = token == WordList.TOPIC ? topic.get(0) : vocabulary.text(token);
    spelled.add(
        sampling.alternatives().isPresent()
            ? new TokenScores(vocabulary, topic.get(0), sampler.probabilities(chances))
                .of(token, sampling.alternatives().getAsInt())
            : ScoredToken.certain(text, sampling));
    if (token == WordList.TOPIC) {
      topic.stream().skip(1).forEach(more -> spelled.add(ScoredToken.certain(more, sampling)));
    }
  }

  private void penalize(double[] chances) {
    Sampling.Penalties penalties = sampling.penalties();
    if (penalties.equals(Sampling.Penalties.NONE)) {
      return;
    }
    for (int token = 0; token < chances.length; token++) {
      if (said[token] > 0) {
        double loss = penalties.frequency() * said[token] + penalties.presence();
        chances[token] = Sampler.reduced(chances[token], loss);
      }
    }
  }
}
