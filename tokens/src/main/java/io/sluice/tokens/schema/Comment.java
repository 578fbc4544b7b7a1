package io.sluice.tokens.schema;

/** Texts of a schema as comments of the TypeScript that tools become. */
final class Comment {

  private Comment() {}

  /** A comment of as many lines as the text has, each with its line end; nothing for no text. */
  static String of(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return "";
    }
    var lines = new StringBuilder(trimmed.length() + 16);
    for (String line : trimmed.split("\n", -1)) {
      String words = line.strip();
      lines.append(words.isEmpty() ? "//" : "// ").append(words).append('\n');
    }
    return lines.toString();
  }
}
