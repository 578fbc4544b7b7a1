package io.sluice.sinks.console.markdown;

import io.sluice.sinks.console.code.CodeLexer;
import io.sluice.sinks.console.code.CodePart;
import io.sluice.sinks.console.page.GlyphOutput;
import io.sluice.sinks.console.page.Style;

/**
 * Code between fences, in the colours of its language, a line at a time. Plain ink shows each
 * character as it comes. Mutable.
 */
final class CodeBlock {
  /** A longer line is shown in parts. */
  private static final int LONGEST = 4096;

  private final Ink ink;
  private final GlyphOutput out;
  private final StringBuilder line = new StringBuilder();
  private Fence fence = Fence.NONE;
  private CodeLexer lexer = CodeLexer.of("");
  private int quotes;
  private boolean begun;

  CodeBlock(Ink ink, GlyphOutput out) {
    this.ink = ink;
    this.out = out;
  }

  boolean isOpen() {
    return fence.isOpen();
  }

  /** How many quotes the block is in. */
  int quotes() {
    return quotes;
  }

  /** Opens a block by the line of its fence. */
  void open(String text, int within) {
    fence = Fence.of(text);
    quotes = within;
    lexer = CodeLexer.of(fence.info());
    out.add(text.stripTrailing(), faint());
  }

  /** Adds a character of a line. */
  void add(int point) {
    line.appendCodePoint(point);
    if (ink.isPlain() || !isOpen()) {
      out.add(point, ink.base());
    }
    if (line.length() >= LONGEST) {
      release();
    }
  }

  /** Ends a line, which may be the fence that closes the block. */
  void endLine() {
    boolean closes = isOpen() && !begun && fence.closedBy(Fence.of(line.toString()));
    if (closes && !ink.isPlain()) {
      out.add(line.toString(), faint());
      line.setLength(0);
    }
    release();
    begun = false;
    lexer.endLine();
    if (closes) {
      end();
    }
  }

  /** Shows what is held of a line. */
  void release() {
    if (line.isEmpty()) {
      return;
    }
    if (!ink.isPlain() && isOpen()) {
      lexer.lex(line.toString(), (text, part) -> out.add(text, ink.base().and(look(part))));
    }
    line.setLength(0);
    begun = true;
  }

  /** Ends the block, closed or not. */
  void end() {
    fence = Fence.NONE;
    quotes = 0;
    begun = false;
  }

  /** The terminal's own colours, so that they fit its background. */
  private static Style look(CodePart part) {
    return switch (part) {
      case PLAIN -> Style.PLAIN;
      case KEYWORD -> Style.of("35");
      case STRING -> Style.of("32");
      case NUMBER -> Style.of("36");
      case COMMENT -> Style.DIM;
    };
  }

  private Style faint() {
    return ink.isPlain() ? ink.base() : ink.base().and(Style.DIM);
  }
}
