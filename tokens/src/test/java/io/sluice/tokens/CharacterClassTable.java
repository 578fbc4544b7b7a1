package io.sluice.tokens;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Derives {@code character-classes.txt} from the Unicode tables of the JDK it runs on, which must
 * be JDK 24 or 25: these know Unicode 16, as OpenAI's tokenizer does.
 */
final class CharacterClassTable {

  private static final String HEAD =
      """
      # Unicode 16.0. The classes of characters by which texts are split; written by the test class
      # CharacterClassTable on JDK 25. A line is a first and a last code point and their class:
      # U Lu Lt, L Ll, O Lm Lo, M Mn Mc Me, N Nd Nl No, S white space, E line ends. All else is none.
      """;

  private static final String LETTERS = " ULOMNSE";

  private CharacterClassTable() {}

  /** Writes the table to the file named first. */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), derive(), StandardCharsets.US_ASCII);
  }

  static String derive() {
    var table = new StringBuilder(HEAD);
    int first = 0;
    for (int end = 1; end <= Character.MAX_CODE_POINT + 1; end++) {
      byte kind = of(first);
      if (end > Character.MAX_CODE_POINT || of(end) != kind) {
        if (kind != CharacterClasses.OTHER) {
          table.append(Integer.toHexString(first)).append(' ');
          table.append(Integer.toHexString(end - 1)).append(' ');
          table.append(LETTERS.charAt(kind)).append('\n');
        }
        first = end;
      }
    }
    return table.toString();
  }

  static byte of(int codePoint) {
    if (codePoint == '\r' || codePoint == '\n') {
      return CharacterClasses.LINE_END;
    }
    if ((codePoint >= '\t' && codePoint <= '\r') || codePoint == 0x85) {
      return CharacterClasses.SPACE;
    }
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> CharacterClasses.UPPER;
      case Character.LOWERCASE_LETTER -> CharacterClasses.LOWER;
      case Character.MODIFIER_LETTER, Character.OTHER_LETTER -> CharacterClasses.UNCASED;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          CharacterClasses.MARK;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          CharacterClasses.NUMBER;
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          CharacterClasses.SPACE;
      default -> CharacterClasses.OTHER;
    };
  }
}
