package io.sluice.bench.workload;

import io.sluice.bench.measure.TextTokens;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes texts of exactly so many tokens, of words that are one token each. The words are tried with
 * the encoding of the model, so a text is exact wherever the count is. Immutable.
 */
final class TokenText {
  private static final List<String> WORDS =
      List.of(
          ("time year people way day man thing woman life child world school state family student"
                  + " group country problem hand part place case week company system program"
                  + " question work government number night point home water room mother area money"
                  + " story fact month lot right study book eye job word business issue side kind"
                  + " head house service friend father power hour game line end member law car city"
                  + " name team minute idea body back parent face level office door health person"
                  + " art war history party result change morning reason research girl moment air"
                  + " teacher force education river tree light paper music street table garden")
              .split(" "));

  private final List<String> words;

  /**
   * Tries the words.
   *
   * @throws IllegalStateException if the encoding has none of them as one token
   */
  TokenText(TextTokens.Factory encoding) {
    words = WORDS.stream().filter(word -> encoding.counter().append(" " + word) == 1).toList();
    if (words.isEmpty()) {
      throw new IllegalStateException("the encoding has no common word as one token");
    }
  }

  /** A text of that many tokens, which begins with a blank. */
  String of(int tokens, SplittableRandom random) {
    var text = new StringBuilder(tokens * 7);
    for (int i = 0; i < tokens; i++) {
      text.append(' ').append(words.get(random.nextInt(words.size())));
    }
    return text.toString();
  }
}
