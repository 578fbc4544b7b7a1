package io.sluice.bench.html;

/** Text in HTML and in SVG. */
final class Html {

  private Html() {}

  /** A text with the characters replaced that mean something in markup. */
  static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
