package io.sluice.sinks.console;

/**
 * Styles headings, bold text and code of Markdown as it streams. No character is removed or moved,
 * so that text copied from a terminal is unchanged; a marker waits only until the character after
 * it decides its meaning. Bold text and code within a line end with the line at the latest, so that
 * an unclosed marker affects little. Mutable.
 *
 * <p>Follows CommonMark 0.31, sections 4.2 (headings), 4.5 (fences), 6.1 (code) and 6.2 (bold), as
 * far as possible without looking ahead.
 */
final class MarkdownStyles implements Rendering {
  private final StyledText out = new StyledText();
  private final LineStart start = new LineStart();
  private final Inline inline = new Inline(out);
  private Fence fence = Fence.NONE;
  private Line line = Line.START;

  @Override
  public String pass(String part) {
    for (int i = 0; i < part.length(); i++) {
      add(part.charAt(i));
    }
    return out.take();
  }

  @Override
  public String end() {
    if (line == Line.START) {
      release(start.take());
    }
    inline.end();
    line = Line.START;
    fence = Fence.NONE;
    return out.takeAll();
  }

  private void add(char c) {
    if (line == Line.START) {
      atStart(c);
    } else {
      within(c);
    }
    if (c == '\n') {
      endLine();
    }
  }

  private void atStart(char c) {
    switch (start.add(c, fence)) {
      case UNDECIDED -> {}
      case HEADING -> begin(Line.HEADING);
      case FENCE -> begin(Line.FENCE);
      case CODE -> begin(Line.CODE);
      case TEXT -> begin(Line.TEXT);
    }
  }

  /** Passes on the held characters when the kind of the line is known. */
  private void begin(Line known) {
    line = known;
    release(start.take());
  }

  private void release(String waited) {
    for (int i = 0; i < waited.length(); i++) {
      within(waited.charAt(i));
    }
  }

  private void within(char c) {
    switch (line) {
      case HEADING -> out.add(c, Style.HEADING);
      case FENCE, CODE -> out.add(c, Style.CODE);
      case START, TEXT -> inline.add(c);
    }
  }

  private void endLine() {
    if (line == Line.FENCE) {
      fence = fence.isOpen() ? Fence.NONE : start.fence();
    }
    inline.endLine();
    start.reset();
    line = Line.START;
  }

  /** The kind of the current line. */
  private enum Line {
    /** Not known yet. */
    START,
    TEXT,
    HEADING,
    /** A line that opens or closes a code block. */
    FENCE,
    CODE
  }
}
