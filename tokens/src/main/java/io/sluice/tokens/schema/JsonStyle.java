package io.sluice.tokens.schema;

import io.sluice.json.tree.JsonTree;
import java.util.Map;

/** How servers write JSON again that they have read. Numbers stay as they were written. */
public enum JsonStyle {
  /** Without spaces. */
  COMPACT(",", ":", false),
  /** With a space behind each comma and colon. */
  SPACED(", ", ": ", false),
  /** Without spaces, and with an escape for whatever is not ASCII. */
  ASCII(",", ":", true);

  private static final String HEX = "0123456789abcdef";

  private final String comma;
  private final String colon;
  private final boolean ascii;

  JsonStyle(String comma, String colon, boolean ascii) {
    this.comma = comma;
    this.colon = colon;
    this.ascii = ascii;
  }

  /** The value as text. */
  public String write(JsonTree value) {
    var out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  /** Appends the value. */
  public void append(StringBuilder out, JsonTree value) {
    if (value instanceof JsonTree.Text text) {
      quote(out, text.text());
    } else if (value instanceof JsonTree.Literal literal) {
      out.append(literal.text());
    } else if (value instanceof JsonTree.Elements array) {
      out.append('[');
      String separator = "";
      for (JsonTree element : array.elements()) {
        append(out.append(separator), element);
        separator = comma;
      }
      out.append(']');
    } else {
      out.append('{');
      String separator = "";
      for (Map.Entry<String, JsonTree> member : value.members().entrySet()) {
        quote(out.append(separator), member.getKey());
        append(out.append(colon), member.getValue());
        separator = comma;
      }
      out.append('}');
    }
  }

  /** Appends the text as a JSON string. */
  public void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(out, text.charAt(i));
    }
    out.append('"');
  }

  private void character(StringBuilder out, char character) {
    switch (character) {
      case '"', '\\' -> out.append('\\').append(character);
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        if (character < ' ' || (ascii && character > '~')) {
          escape(out, character);
        } else {
          out.append(character);
        }
      }
    }
  }

  private static void escape(StringBuilder out, char character) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(character >> shift & 0xF));
    }
  }
}
