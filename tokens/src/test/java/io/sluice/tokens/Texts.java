package io.sluice.tokens;

import java.util.Random;

/** Random texts in which whatever decides where a piece ends is frequent. */
final class Texts {

  private static final byte[] CLASSES = CharacterClasses.read();

  private static final String[] PARTS =
      ("'|'s|'S|'ll|'l|'L|l|L|r|v|e|'re|'Ve|'\u017F|A|B|a|b|hello|the |camelCase|HTTPServer"
              + "| |  |    |\t|\n|\r\n|\n\n|\u00A0|\u3000|\u0085|1|2|12345|\u0663|\u4E2D|\u6587"
              + "|\u3042|\u30FC|\u0301|\u0327|\u01C5|\u02B0|\u0130|\u00B5|\u00DF|\u042F|!|/|//"
              + "|//\n/|.|...|=====|--|\uD83D\uDC69|\uD83C\uDFFD|\u200D|\uD83D|\uDE00"
              + "|\u0928|\u093F|aaaaaaaa|\uFFFD|\u0000")
          .split("\\|");

  private final Random random;

  Texts(long seed) {
    random = new Random(seed);
  }

  /**
   * A few parts, some of which are any character at all. Each character of the whole text has the
   * same class in all versions of Unicode that this JDK and OpenAI know, also one that the halves
   * of a pair make where two parts meet.
   */
  String next() {
    String text = any();
    while (!text.codePoints().allMatch(Texts::isOfOneClass)) {
      text = any();
    }
    return text;
  }

  private String any() {
    var text = new StringBuilder();
    for (int parts = 1 + random.nextInt(12); parts > 0; parts--) {
      if (random.nextInt(6) == 0) {
        text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x3000 : 0x20000));
      } else {
        text.append(PARTS[random.nextInt(PARTS.length)]);
      }
    }
    return text.toString();
  }

  private static boolean isOfOneClass(int character) {
    return CLASSES[character] == CharacterClassTable.of(character);
  }

  /** The length of the next delta of a text, which may end inside a surrogate pair. */
  int cut(int most) {
    return Math.min(most, random.nextInt(5));
  }
}
