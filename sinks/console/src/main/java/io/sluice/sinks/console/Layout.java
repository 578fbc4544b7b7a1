package io.sluice.sinks.console;

import io.sluice.sinks.console.markdown.Ink;
import io.sluice.sinks.console.markdown.MarkdownText;
import io.sluice.sinks.console.page.Page;
import io.sluice.sinks.console.page.Rendering;
import io.sluice.sinks.console.page.Style;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * What becomes of text before it is printed.
 *
 * @param controls what becomes of control characters
 * @param ink the styles of Markdown
 * @param columns the cells of a row, at which prose is broken; empty if it is not
 */
record Layout(Controls controls, Ink ink, Optional<IntSupplier> columns) {
  /** Text as it is. */
  static Layout verbatim() {
    return new Layout(Controls.OBEYED, Ink.plain(), Optional.empty());
  }

  Layout toTerminal() {
    return new Layout(Controls.SHOWN, ink, columns);
  }

  Layout in(Ink other) {
    return new Layout(controls, other, columns);
  }

  Layout wrappedAt(IntSupplier cells) {
    return new Layout(controls, ink, Optional.of(cells));
  }

  /** Whether a person reads the text on a terminal. */
  boolean isForTerminal() {
    return controls == Controls.SHOWN;
  }

  /** A rendering for one run. */
  Rendering rendering() {
    boolean plain = ink.equals(Ink.plain()) && columns.isEmpty();
    return plain ? ofCode() : ofCode().then(markdown());
  }

  /** A rendering for one run of code, which is no Markdown. */
  Rendering ofCode() {
    return isForTerminal() ? new VisibleControls() : Rendering.verbatim();
  }

  private Rendering markdown() {
    Page page = columns.map(Page::of).orElseGet(Page::unbroken);
    boolean faint = ink.base().equals(Style.DIM);
    return isForTerminal() && !faint
        ? MarkdownText.on(page, ink)
        : MarkdownText.withRawTables(page, ink);
  }

  /** What becomes of control characters. */
  enum Controls {
    /** The output gets them. */
    OBEYED,
    /** They become visible symbols. */
    SHOWN
  }
}
