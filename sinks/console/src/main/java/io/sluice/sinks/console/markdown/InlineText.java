package io.sluice.sinks.console.markdown;

import io.sluice.sinks.console.page.GlyphOutput;
import io.sluice.sinks.console.page.Style;
import java.util.Optional;

/**
 * The text of one line, with its marks for emphasis, code and links (CommonMark 0.31, chapter 6, as
 * far as one line goes). What follows an opening mark is held until its closing mark has come, so
 * that a mark without a partner stays what it is: text. At most {@value #FARTHEST} characters are
 * held. Mutable; for one thread at a time.
 */
final class InlineText {
  /** How far a closing mark may be from the opening one. */
  static final int FARTHEST = 400;

  private final Ink ink;
  private final GlyphOutput out;
  private final StringBuilder held = new StringBuilder();
  private Style style;
  private int before = ' ';

  InlineText(Ink ink, Style style, GlyphOutput out) {
    this.ink = ink;
    this.style = style;
    this.out = out;
  }

  /** A whole text at once. */
  static void whole(String text, Ink ink, Style style, GlyphOutput out) {
    var inline = new InlineText(ink, style, out);
    inline.held.append(text);
    inline.release();
  }

  /** Begins another line. */
  void begin(Style of) {
    style = of;
    before = ' ';
  }

  /** Adds a character. */
  void add(int point) {
    if (ink.isPlain()) {
      out.add(point, style);
    } else {
      held.appendCodePoint(point);
      consume(Rest.TO_COME);
    }
  }

  /** Passes on what is held; a mark without a partner is text. */
  void release() {
    if (ink.isPlain()) {
      held.codePoints().forEach(point -> out.add(point, style));
      held.setLength(0);
    } else {
      consume(Rest.ALL_HERE);
    }
  }

  /** Passes on all that is decided. */
  private void consume(Rest rest) {
    int at = 0;
    while (at < held.length()) {
      var mark = new InlineMark(held, at, before, rest == Rest.ALL_HERE);
      if (!mark.decided()) {
        break;
      }
      Optional<InlineSpan> span = mark.span();
      int end = span.map(InlineSpan::end).orElse(mark.literalEnd());
      if (span.isPresent()) {
        span.get().write(ink, style, out);
      } else {
        out.add(held.substring(at, end), style);
      }
      before = held.codePointBefore(end);
      at = end;
    }
    held.delete(0, at);
  }

  /** Whether the line may go on. */
  private enum Rest {
    TO_COME,
    ALL_HERE
  }
}
