package io.sluice.bench.workload;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long made-up prompts and their answers are.
 *
 * @param input tokens of a prompt, at least 1
 * @param output tokens of an answer, at least 1
 * @param inputDeviation the standard deviation of the prompts' lengths
 * @param outputDeviation the standard deviation of the answers' lengths
 * @param prefix tokens at the beginning that all prompts share, so that a prefix cache is measured
 */
public record TokenLengths(
    int input, int output, int inputDeviation, int outputDeviation, int prefix) {
  private static final String EXPECTED =
      "use in=512,out=128 and, if wanted, in-stdev=64,out-stdev=16,prefix=256";

  /** Refuses lengths below one token, and a prefix longer than the prompt. */
  public TokenLengths {
    if (input < 1 || output < 1 || inputDeviation < 0 || outputDeviation < 0 || prefix < 0) {
      throw new IllegalArgumentException("lengths must be positive; " + EXPECTED);
    }
    if (prefix >= input) {
      throw new IllegalArgumentException(
          "a prefix of " + prefix + " tokens leaves nothing of " + input + "; use a smaller one");
    }
  }

  /** Prompts of 512 tokens with answers of 128. */
  public static TokenLengths usual() {
    return new TokenLengths(512, 128, 0, 0, 0);
  }

  /**
   * Reads {@code in=512,out=128[,in-stdev=…][,out-stdev=…][,prefix=…]}.
   *
   * @throws IllegalArgumentException in one line, for anything else
   */
  public static TokenLengths parse(String text) {
    Map<String, Integer> values = new LinkedHashMap<>();
    for (String each : text.split(",", -1)) {
      String[] parts = each.strip().split("=", 2);
      if (parts.length < 2 || !parts[1].matches("\\d{1,7}")) {
        throw new IllegalArgumentException("'" + each + "' is no length; " + EXPECTED);
      }
      values.put(parts[0], Integer.parseInt(parts[1]));
    }
    TokenLengths usual = usual();
    var lengths =
        new TokenLengths(
            take(values, "in", usual.input),
            take(values, "out", usual.output),
            take(values, "in-stdev", 0),
            take(values, "out-stdev", 0),
            take(values, "prefix", 0));
    if (!values.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + values.keySet().iterator().next() + "' is no length; " + EXPECTED);
    }
    return lengths;
  }

  private static int take(Map<String, Integer> values, String name, int otherwise) {
    Integer value = values.remove(name);
    return value == null ? otherwise : value;
  }

  @Override
  public String toString() {
    return "in="
        + input
        + ",out="
        + output
        + ",in-stdev="
        + inputDeviation
        + ",out-stdev="
        + outputDeviation
        + ",prefix="
        + prefix;
  }
}
