package io.sluice.stages;

import java.util.Locale;

/**
 * Finds the insides of fenced code blocks of Markdown in a text that grows. Of a line it holds back
 * what may be a fence, at most {@value #LONGEST_FENCE} characters. Mutable; for one thread.
 */
final class FencedBlocks {

  static final int LONGEST_FENCE = 256;
  private static final int DEEPEST = 3;
  private static final int FEWEST = 3;

  private final String language;
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder code = new StringBuilder();
  private char mark;
  private int marks;
  private boolean within;
  private boolean wanted;

  /** Whether the line under way can be no fence any more. */
  private boolean plain;

  /** Finds blocks of that language; of all, if it is empty. */
  FencedBlocks(String language) {
    this.language = language.toLowerCase(Locale.ROOT);
  }

  /** Takes text and returns what of it is code, as far as that is sure. */
  String add(String text) {
    code.setLength(0);
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
    return code.toString();
  }

  /** Returns the rest, as if the line under way were whole. */
  String end() {
    code.setLength(0);
    if (!plain && line.length() > 0 && !isFence()) {
      show();
    }
    line.setLength(0);
    return code.toString();
  }

  private void add(char character) {
    line.append(character);
    if (character == '\n') {
      endLine();
    } else if (plain) {
      show();
    } else if (!mayBeFence()) {
      plain = true;
      show();
    }
  }

  private void endLine() {
    if (!plain && isFence()) {
      turn();
    } else {
      show();
    }
    line.setLength(0);
    plain = false;
  }

  private void show() {
    if (within && wanted) {
      code.append(line);
    }
    line.setLength(0);
  }

  private void turn() {
    String fence = line.toString().strip();
    if (within) {
      within = false;
      return;
    }
    mark = fence.charAt(0);
    marks = run(fence);
    String info = fence.substring(marks).strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    within = true;
    wanted = language.isEmpty() || language.equals(info);
  }

  private boolean mayBeFence() {
    String begun = line.toString();
    String stripped = begun.stripLeading();
    if (begun.length() - stripped.length() > DEEPEST || begun.length() > LONGEST_FENCE) {
      return false;
    }
    if (stripped.isEmpty()) {
      return true;
    }
    char first = stripped.charAt(0);
    int run = run(stripped);
    if (within) {
      return first == mark && stripped.substring(run).isBlank();
    }
    return (first == '`' || first == '~')
        && (run == stripped.length() || run >= FEWEST)
        && (first == '~' || stripped.indexOf('`', run) < 0);
  }

  private boolean isFence() {
    String stripped = line.toString().strip();
    return !stripped.isEmpty() && mayBeFence() && run(stripped) >= (within ? marks : FEWEST);
  }

  private static int run(String text) {
    int run = 1;
    while (run < text.length() && text.charAt(run) == text.charAt(0)) {
      run++;
    }
    return run;
  }
}
