package io.sluice.simulator.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The chances of each token while one of several texts is spelled: what share of the texts that
 * begin alike goes on with it.
 */
final class SpellingChances {
  private final List<List<String>> spellings;
  private final double[] chances;

  SpellingChances(List<List<String>> spellings, double[] chances) {
    this.spellings = spellings;
    this.chances = chances;
  }

  /** The tokens of one of the texts, each with as many of the likeliest. */
  List<ScoredToken> of(int chosen, int alternatives) {
    List<String> spelling = spellings.get(chosen);
    var tokens = new ArrayList<ScoredToken>();
    for (int at = 0; at < spelling.size(); at++) {
      Map<String, Double> shares = shares(spelling.subList(0, at));
      double total = shares.values().stream().mapToDouble(Double::doubleValue).sum();
      List<TokenChance> likeliest =
          shares.entrySet().stream()
              .map(share -> chance(share.getKey(), share.getValue() / total))
              .sorted(Comparator.comparingDouble(TokenChance::chance).reversed())
              .limit(alternatives)
              .toList();
      String token = spelling.get(at);
      double share = shares.getOrDefault(token, 0.0) / total;
      tokens.add(new ScoredToken(chance(token, share), likeliest));
    }
    return tokens;
  }

  private static TokenChance chance(String token, double share) {
    return new TokenChance(token, Math.max(Double.MIN_NORMAL, Math.min(1, share)));
  }

  /** The next tokens of the texts that begin so; a text that ends there has none. */
  private Map<String, Double> shares(List<String> beginning) {
    var shares = new LinkedHashMap<String, Double>();
    for (int i = 0; i < chances.length; i++) {
      List<String> spelling = spellings.get(i);
      if (spelling.size() > beginning.size()
          && spelling.subList(0, beginning.size()).equals(beginning)) {
        shares.merge(spelling.get(beginning.size()), chances[i], Double::sum);
      }
    }
    return shares;
  }
}
