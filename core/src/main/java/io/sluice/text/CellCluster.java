package io.sluice.text;

/**
 * Characters that a terminal may show as one (the grapheme clusters of UAX #29, as far as terminals
 * go), and the cells they take. A cluster grows a character at a time. Mutable; for one thread at a
 * time.
 */
public final class CellCluster {
  private static final int JOINER = 0x200D;
  private static final int TEXT_LOOK = 0xFE0E;
  private static final int EMOJI_LOOK = 0xFE0F;
  private static final int SOFT_HYPHEN = 0xAD;

  private static final CharacterRanges WIDE = CharacterRanges.wide();
  private static final CharacterRanges AMBIGUOUS = CharacterRanges.ambiguous();

  private CellWidth width = CellWidth.NONE;
  private boolean begun;
  private int last;
  private boolean regional;

  /** Creates a cluster without characters. */
  public CellCluster() {}

  /** A cluster of one character so far. */
  public static CellCluster of(int point) {
    var cluster = new CellCluster();
    cluster.add(point);
    return cluster;
  }

  /**
   * Adds a character if it belongs to the cluster; the first one always does.
   *
   * @return false if the character begins another cluster, and was not added
   */
  public boolean add(int point) {
    if (!begun) {
      begin(point);
      return true;
    }
    if (!continues(point)) {
      return false;
    }
    width = extended(point);
    regional = false;
    last = point;
    return true;
  }

  /** The cells that the characters so far take. */
  public CellWidth width() {
    return width;
  }

  private void begin(int point) {
    begun = true;
    last = point;
    regional = isRegional(point);
    width = alone(point);
  }

  private boolean continues(int point) {
    boolean joined = last == JOINER && isPictograph(point);
    boolean flag = regional && isRegional(point);
    return joined || flag || (isExtension(point) && !Character.isISOControl(last));
  }

  private CellWidth extended(int point) {
    if (point == EMOJI_LOOK) {
      return new CellWidth(
          width.least(), Math.max(2, width.usual()), atLeastTwo(width.most()), wider(2));
    }
    if (point == TEXT_LOOK) {
      return new CellWidth(Math.min(1, width.least()), width.usual(), width.most(), wider(0));
    }
    CellWidth more = alone(point);
    if (isRegional(point)) {
      return new CellWidth(2, 2, width.most() + more.most(), wider(more.widest()));
    }
    boolean spacing = Character.getType(point) == Character.COMBINING_SPACING_MARK;
    int usual = width.usual() + (spacing ? 1 : 0);
    return new CellWidth(width.least(), usual, width.most() + more.most(), wider(more.widest()));
  }

  /** Marks without a width of their own widen only what a terminal might show at the very most. */
  private int wider(int cells) {
    return width.widest() + Math.max(1, cells);
  }

  private static int atLeastTwo(int cells) {
    return Math.max(2, cells);
  }

  private static CellWidth alone(int point) {
    if (isWide(point)) {
      return new CellWidth(2, 2, 2, 2);
    }
    if (Character.isISOControl(point)) {
      return CellWidth.NONE;
    }
    if (point == SOFT_HYPHEN) {
      return new CellWidth(0, 1, 1, 2);
    }
    if (isExtension(point)) {
      boolean spacing = Character.getType(point) == Character.COMBINING_SPACING_MARK;
      return new CellWidth(0, spacing ? 1 : 0, spacing ? 1 : 0, 1);
    }
    boolean disputed = isPictograph(point) && point > 0xFFFF;
    int most = disputed ? 2 : 1;
    boolean ambiguous = disputed || isPictograph(point) || AMBIGUOUS.contains(point);
    return new CellWidth(1, isRegional(point) ? 2 : 1, most, ambiguous ? 2 : 1);
  }

  private static boolean isWide(int point) {
    return point >= 0x1100 && WIDE.contains(point);
  }

  /** Skin tones are among the marks, though each has a width where it stands alone. */
  private static boolean isExtension(int point) {
    if (point < 0x300) {
      return false;
    }
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.FORMAT
        || (point >= 0x1160 && point <= 0x11FF)
        || (point >= 0xD7B0 && point <= 0xD7FB)
        || (point >= 0x1F3FB && point <= 0x1F3FF);
  }

  private static boolean isRegional(int point) {
    return point >= 0x1F1E6 && point <= 0x1F1FF;
  }

  /** Whether terminals may draw the character as a picture. */
  private static boolean isPictograph(int point) {
    return (point >= 0x2190 && point <= 0x21FF)
        || (point >= 0x2300 && point <= 0x23FF)
        || (point >= 0x2600 && point <= 0x27BF)
        || (point >= 0x2B00 && point <= 0x2BFF)
        || (point >= 0x1F000 && point <= 0x1FAFF);
  }
}
