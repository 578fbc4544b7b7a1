package io.sluice.text;

/**
 * The cells of a terminal that a text takes. Terminals disagree: some give a sequence such as a
 * family of emoji one width, others add the widths of its parts, and some are set up to show
 * ambiguous characters wide.
 *
 * @param least the fewest cells that a terminal gives the text
 * @param usual the cells that a terminal of today gives it
 * @param most the most cells, unless ambiguous characters are shown wide
 * @param widest the most cells of all
 */
public record CellWidth(int least, int usual, int most, int widest) {

  /** The width of an empty text. */
  public static final CellWidth NONE = new CellWidth(0, 0, 0, 0);

  /** The width of a text without control characters; these count as nothing. */
  public static CellWidth of(String text) {
    CellWidth sum = NONE;
    var cluster = new CellCluster();
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      int point = text.codePointAt(at);
      if (!cluster.add(point)) {
        sum = sum.plus(cluster.width());
        cluster = CellCluster.of(point);
      }
    }
    return sum.plus(cluster.width());
  }

  /** The width of this text with another one behind it that begins a cluster of its own. */
  public CellWidth plus(CellWidth next) {
    return new CellWidth(
        least + next.least, usual + next.usual, most + next.most, widest + next.widest);
  }
}
