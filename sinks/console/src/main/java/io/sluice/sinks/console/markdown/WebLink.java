package io.sluice.sinks.console.markdown;

import io.sluice.sinks.console.page.GlyphOutput;
import io.sluice.sinks.console.page.Style;
import java.util.regex.Pattern;

/**
 * A text and the address that it leads to.
 *
 * @param text the text, which may hold marks of Markdown; empty if the address is the text
 */
record WebLink(String text, String address) {
  /** What a terminal may be told to open: an address of the web or of a person, in plain ASCII. */
  private static final Pattern SAFE = Pattern.compile("(?:https?://|mailto:)[\\x21-\\x7E]{1,2000}");

  void write(Ink ink, Style style, GlyphOutput out) {
    boolean followed = ink.links() == Ink.Links.FOLLOWED && SAFE.matcher(address).matches();
    Style underlined = style.and(Style.UNDERLINE);
    Style linked = followed ? underlined.leadingTo(address) : underlined;
    if (text.isEmpty() || text.equals(address)) {
      out.add(address, linked);
    } else if (followed) {
      InlineText.whole(text, ink, linked, out);
    } else {
      InlineText.whole(text, ink, style, out);
      out.add(" (", style);
      out.add(address, linked);
      out.add(")", style);
    }
  }
}
