package io.sluice.text;

/**
 * Where a line of prose may be broken beside its blanks: between the characters of Chinese and
 * Japanese, which has none, but not before a mark that closes or behind one that opens (after UAX
 * #14).
 */
final class BreakOpportunities {
  /** Small kana, marks of repetition and of length: they never begin a line. */
  private static final String NEVER_FIRST = "々〻ゝゞヽヾーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ゛゜、。，．・：；？！";

  private BreakOpportunities() {}

  /** Whether the line may be broken between two characters that are no blanks. */
  static boolean between(int before, int after) {
    return (isIdeographic(before) || isIdeographic(after)) && !opens(before) && !closes(after);
  }

  private static boolean isIdeographic(int point) {
    return Character.isIdeographic(point)
        || (point >= 0x3000 && point <= 0x30FF)
        || (point >= 0x31F0 && point <= 0x31FF)
        || (point >= 0xFF01 && point <= 0xFF9F);
  }

  private static boolean opens(int point) {
    int type = Character.getType(point);
    return type == Character.START_PUNCTUATION || type == Character.INITIAL_QUOTE_PUNCTUATION;
  }

  private static boolean closes(int point) {
    int type = Character.getType(point);
    return type == Character.END_PUNCTUATION
        || type == Character.FINAL_QUOTE_PUNCTUATION
        || type == Character.OTHER_PUNCTUATION
        || NEVER_FIRST.indexOf(point) >= 0;
  }
}
