package io.sluice.simulator.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The chances of the tokens of one place by their text: tokens of one text count together, and
 * those that have no text are left out of the lists.
 */
final class TokenScores {
  private final WordList vocabulary;
  private final String topic;
  private final double[] shares;

  /**
   * Adds up the chances.
   *
   * @param topic the first token of the topic
   * @param chances of each token, together 1
   */
  TokenScores(WordList vocabulary, String topic, double[] chances) {
    this.vocabulary = vocabulary;
    this.topic = topic;
    this.shares = new double[chances.length];
    for (int token = 0; token < chances.length; token++) {
      shares[place(token)] += chances[token];
    }
  }

  private int place(int token) {
    return token == WordList.TOPIC
        ? vocabulary.find(topic).orElse(WordList.TOPIC)
        : vocabulary.first(token);
  }

  private TokenChance chance(int place) {
    String text = place == WordList.TOPIC ? topic : vocabulary.text(place);
    // Even where a share is rounded to nothing, the token has been chosen.
    return new TokenChance(text, Math.max(Double.MIN_NORMAL, Math.min(1, shares[place])));
  }

  /** The token that was chosen, with as many of the likeliest. */
  ScoredToken of(int token, int alternatives) {
    TokenChance chosen = chance(place(token));
    var likeliest = new ArrayList<TokenChance>();
    for (int i = 0; i < alternatives; i++) {
      int best = best();
      if (best < 0) {
        break;
      }
      likeliest.add(chance(best));
      shares[best] = 0;
    }
    return new ScoredToken(chosen, List.copyOf(likeliest));
  }

  private int best() {
    int best = -1;
    for (int place = WordList.TOPIC; place < shares.length; place++) {
      if (shares[place] > 0 && (best < 0 || shares[place] > shares[best])) {
        best = place;
      }
    }
    return best;
  }
}
