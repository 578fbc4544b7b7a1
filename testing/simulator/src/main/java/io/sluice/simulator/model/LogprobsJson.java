package io.sluice.simulator.model;

import io.sluice.simulator.json.JsonStrings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the logarithms of tokens' probabilities as OpenAI does. */
public final class LogprobsJson {

  private LogprobsJson() {}

  /** Returns the JSON of these tokens, as the field {@code logprobs} has it. */
  public static String of(List<ScoredToken> tokens) {
    return "{\"content\":" + array(tokens) + ",\"refusal\":null}";
  }

  /** Returns the JSON of these tokens, as an array. */
  public static String array(List<ScoredToken> tokens) {
    return tokens.stream().map(LogprobsJson::token).collect(Collectors.joining(",", "[", "]"));
  }

  private static String token(ScoredToken token) {
    return token.likeliest().stream()
        .map(other -> chance(other) + "}")
        .collect(Collectors.joining(",", chance(token.token()) + ",\"top_logprobs\":[", "]}"));
  }

  /** The fields of a token, without the brace that ends them. */
  private static String chance(TokenChance token) {
    var bytes = new ArrayList<Integer>();
    for (byte one : token.text().getBytes(StandardCharsets.UTF_8)) {
      bytes.add(Byte.toUnsignedInt(one));
    }
    return "{\"token\":"
        + JsonStrings.quoted(token.text())
        + ",\"logprob\":"
        // Adding zero turns the negative zero of a certain token into a plain one.
        + (token.logarithm() + 0.0)
        + ",\"bytes\":"
        + bytes.toString().replace(" ", "");
  }
}
