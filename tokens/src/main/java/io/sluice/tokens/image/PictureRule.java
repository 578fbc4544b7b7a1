package io.sluice.tokens.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a model turns the size of a picture into tokens. A minor version may add cases, so a switch
 * over them needs a default.
 */
public sealed interface PictureRule {

  /** The tokens of a picture of that size. */
  long tokens(PictureSize size);

  /**
   * The rule of those words, as the table of models has them: {@code 85+170} for tiles, {@code
   * x1.62} for patches, {@code -} for none.
   *
   * @throws IllegalArgumentException if they are none of these
   */
  static Optional<PictureRule> read(String words) {
    if (words.equals("-")) {
      return Optional.empty();
    }
    Matcher tiles = Pattern.compile("(\\d+)\\+(\\d+)").matcher(words);
    if (tiles.matches()) {
      return Optional.of(
          new Tiles(Integer.parseInt(tiles.group(1)), Integer.parseInt(tiles.group(2))));
    }
    Matcher patches = Pattern.compile("x(\\d)\\.(\\d\\d)").matcher(words);
    if (patches.matches()) {
      return Optional.of(new Patches(Integer.parseInt(patches.group(1) + patches.group(2))));
    }
    throw new IllegalArgumentException(
        "the picture rule is '" + words + "'; write 85+170, x1.62 or -");
  }

  /**
   * A price for the picture and one for each tile of 512 pixels. A picture is first shrunk, but
   * never enlarged, to fit 2048 by 2048, and then to have a shorter side of at most 768.
   *
   * @param base tokens of the picture, which are all there are if {@code detail} is {@code low}
   * @param tile tokens of each tile
   */
  record Tiles(int base, int tile) implements PictureRule {
    private static final long LONGEST = 2048;
    private static final long SHORTEST = 768;
    private static final long TILE = 512;

    @Override
    public long tokens(PictureSize size) {
      long longer = Math.max(size.width(), size.height());
      long shorter = Math.min(size.width(), size.height());
      long most = 1;
      long of =
          1; // The picture is scaled by most/of, in whole numbers, so that nothing is rounded.
      if (longer > LONGEST) {
        most = LONGEST;
        of = longer;
      }
      if (shorter * most > SHORTEST * of) {
        most = SHORTEST;
        of = shorter;
      }
      return base + tile * up(longer * most, TILE * of) * up(shorter * most, TILE * of);
    }
  }

  /**
   * A price for each patch of 32 pixels. The servers charged up to two tokens more or less.
   *
   * @param hundredths a hundredth of what a patch costs
   */
  record Patches(int hundredths) implements PictureRule {
    private static final long PATCH = 32;

    /** More patches than that are shrunk away, as the maker's pages say. */
    private static final long MOST = 1536;

    /** Recorded calls cost 0 to 2 more than their patches; most of them 1. */
    private static final long USUALLY_MORE = 1;

    @Override
    public long tokens(PictureSize size) {
      long patches = Math.min(MOST, up(size.width(), PATCH) * up(size.height(), PATCH));
      return up(patches * hundredths, 100) + USUALLY_MORE;
    }
  }

  private static long up(long amount, long unit) {
    return (amount + unit - 1) / unit;
  }
}
