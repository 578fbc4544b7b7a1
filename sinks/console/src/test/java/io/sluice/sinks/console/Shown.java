package io.sluice.sinks.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal would show. */
final class Shown {
  private static final Pattern PART = Pattern.compile("\033\\[([0-9;]*)m|(?s:.)");

  private Shown() {}

  /** Each character with its style. */
  static List<String> characters(String output) {
    List<String> shown = new ArrayList<>();
    String style = "0";
    Matcher part = PART.matcher(output);
    while (part.find()) {
      if (part.group(1) != null) {
        style = part.group(1);
      } else {
        shown.add(part.group() + style);
      }
    }
    return shown;
  }

  static String text(String output) {
    return output.replaceAll("\033\\[[0-9;]*m", "");
  }
}
