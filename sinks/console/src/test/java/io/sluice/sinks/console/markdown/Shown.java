package io.sluice.sinks.console.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal would show. */
final class Shown {
  private static final Pattern PART =
      Pattern.compile("\033\\[([0-9;]*)m|\033]8;;([^\033]*)\033\\\\|(?s:.)");

  private Shown() {}

  /** Each character with its style and its link. */
  static List<String> characters(String output) {
    List<String> shown = new ArrayList<>();
    String style = "0";
    String link = "";
    Matcher part = PART.matcher(output);
    while (part.find()) {
      if (part.group(1) != null) {
        style = part.group(1);
      } else if (part.group(2) != null) {
        link = part.group(2);
      } else {
        shown.add(part.group() + style + link);
      }
    }
    return shown;
  }

  static String text(String output) {
    return output.replaceAll("\033\\[[0-9;]*m|\033]8;;[^\033]*\033\\\\", "");
  }

  /** The output with the names of styles in pointed brackets. */
  static String named(String output) {
    var named = new StringBuilder();
    String style = "";
    for (String character : characters(output)) {
      String point = character.substring(0, 1);
      String next = name(character.substring(1));
      if (!next.equals(style) && !point.equals("\n")) {
        named.append(style.isEmpty() ? "" : "</>").append(next.isEmpty() ? "" : "<" + next + ">");
        style = next;
      } else if (point.equals("\n") && !style.isEmpty()) {
        named.append("</>");
        style = "";
      }
      named.append(point);
    }
    return named.append(style.isEmpty() ? "" : "</>").toString();
  }

  private static String name(String look) {
    return switch (look) {
      case "0" -> "";
      case "1" -> "b";
      case "1;4" -> "h";
      case "2" -> "dim";
      case "3" -> "i";
      case "1;3" -> "bi";
      case "4" -> "u";
      case "9" -> "s";
      case "32" -> "string";
      case "35" -> "keyword";
      case "36" -> "code";
      default -> look;
    };
  }
}
