package io.sluice.server.count;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes one text of all paths that differ in names alone, such as those of files. */
final class PathPattern {

  private static final String NAME = "{id}";
  private static final int LONGEST_WORD = 32;
  private static final int MOST_SEGMENTS = 8;

  /** A number, or what has digits and is long enough to be made up: {@code file-a1b2c3}. */
  private static final Pattern MADE_UP = Pattern.compile("\\d+|(?=.*\\d).{8,}");

  private PathPattern() {}

  /** The pattern of a path, which is empty or begins with a slash. */
  static String of(String path) {
    String[] segments = path.split("/", -1);
    String pattern =
        Arrays.stream(segments)
            .limit(MOST_SEGMENTS)
            .map(segment -> isName(segment) ? NAME : segment)
            .collect(Collectors.joining("/"));
    return segments.length > MOST_SEGMENTS ? pattern + "/…" : pattern;
  }

  private static boolean isName(String segment) {
    return segment.length() > LONGEST_WORD || MADE_UP.matcher(segment).matches();
  }
}
