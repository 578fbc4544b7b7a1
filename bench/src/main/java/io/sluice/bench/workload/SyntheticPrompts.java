package io.sluice.bench.workload;

import io.sluice.bench.measure.TextTokens;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Made-up prompts of exact lengths. Each begins differently, so that no cache of prompts helps the
 * server, unless the lengths have a shared prefix. Immutable.
 */
public final class SyntheticPrompts implements Workload {

  private final TokenLengths lengths;
  private final long seed;
  private final TokenText text;
  private final String prefix;

  /**
   * Prompts of those lengths.
   *
   * @param seed the same seed gives the same prompts
   * @param encoding counts tokens
   */
  public SyntheticPrompts(TokenLengths lengths, long seed, TextTokens.Factory encoding) {
    this.lengths = lengths;
    this.seed = seed;
    this.text = new TokenText(encoding);
    this.prefix = text.of(lengths.prefix(), new SplittableRandom(seed));
  }

  @Override
  public PlannedPrompt prompt(long number) {
    return prompt(number, lengths.input(), lengths.output());
  }

  /** A prompt of the middle lengths given; the deviations and the prefix of this are kept. */
  PlannedPrompt prompt(long number, int input, int output) {
    var random = new SplittableRandom(mixed(number));
    int in = length(input, lengths.inputDeviation(), lengths.prefix() + 1, random);
    int out = length(output, lengths.outputDeviation(), 1, random);
    return PlannedPrompt.of(prefix + text.of(in - lengths.prefix(), random), OptionalInt.of(out));
  }

  private static int length(int mean, int deviation, int least, SplittableRandom random) {
    if (deviation == 0) {
      return Math.max(least, mean);
    }
    double normal =
        Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
            * Math.cos(2 * Math.PI * random.nextDouble());
    return (int) Math.max(least, Math.round(mean + deviation * normal));
  }

  /** Neighbouring numbers must not give neighbouring sequences. */
  private long mixed(long number) {
    return new SplittableRandom(seed).nextLong() ^ number * 0x9E3779B97F4A7C15L;
  }

  @Override
  public String description() {
    return "synthetic " + lengths + ",seed=" + seed;
  }
}
