package io.sluice.sinks.console;

import io.sluice.sink.Sink;
import io.sluice.sinks.console.markdown.Ink;
import io.sluice.sinks.console.page.Rendering;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.text.AnswerText;
import io.sluice.text.CodeSelection;
import io.sluice.text.TextOutput;
import io.sluice.transcript.Citation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Prints the answer as it arrives: the text of choice 0 delta by delta, each flushed; after the end
 * the other choices, headed, and a refusal where there is no text. A terminal also gets a list of
 * the pages that the answer cites. An answer that did not complete gets a last line such as {@code
 * [stopped]}, unless told otherwise. Never closes what it was handed. What configures a sink
 * returns another one. For one run.
 */
public final class ConsoleSink implements Sink {

  /** The option of a configured console sink that says whether it breaks prose at words. */
  public static final String WRAP = "wrap";

  private final TextOutput out;
  private final TextOutput marks;
  private final Layout layout;
  private final Rendering rendering;
  private final Optional<CodeSelection> selection;
  private final AnswerText answer;

  private ConsoleSink(
      TextOutput out, TextOutput marks, Layout layout, Optional<CodeSelection> selection) {
    this.out = out;
    this.marks = marks;
    this.layout = layout;
    this.rendering = selection.isPresent() ? layout.ofCode() : layout.rendering();
    this.selection = selection;
    this.answer = selection.map(AnswerText::of).orElseGet(AnswerText::whole);
  }

  /**
   * A sink that prints to {@code out} as UTF-8, control characters and all. A {@link PrintStream}
   * hides its errors, so it is asked for them after each delta.
   */
  public static ConsoleSink to(OutputStream out) {
    TextOutput text = TextOutput.to(out);
    return new ConsoleSink(text, text, Layout.verbatim(), Optional.empty());
  }

  /**
   * A copy for a terminal: control characters in the answer become visible symbols, so that a model
   * cannot move the cursor, reorder text or reach the terminal's own commands.
   */
  public ConsoleSink toTerminal() {
    return new ConsoleSink(out, marks, layout.toTerminal(), selection);
  }

  /**
   * A copy that shows what the marks of Markdown mean, in colours and other styles: headings,
   * emphasis, code, lists, quotes and links. The marks are hidden. A copy for a terminal also
   * aligns the columns of tables, which it holds until their end.
   */
  public ConsoleSink styled() {
    return new ConsoleSink(out, marks, layout.in(Ink.styled()), selection);
  }

  /**
   * A copy of a styled sink for a terminal that can lead from a text to an address (OSC 8). Other
   * terminals get the address behind the text.
   */
  public ConsoleSink linking() {
    return new ConsoleSink(out, marks, layout.in(layout.ink().linking()), selection);
  }

  /**
   * A copy that breaks prose at words, so that no row has more cells than that. A word is held
   * until it is known to fit, and printed at the latest when something else than text comes or the
   * answer ends. Code keeps its lines, and the columns of tables are aligned. It is meant for a
   * terminal.
   *
   * @param columns the cells of a row, asked for again and again, so that it may change
   */
  public ConsoleSink wrappedAt(IntSupplier columns) {
    return new ConsoleSink(out, marks, layout.wrappedAt(columns), selection);
  }

  /**
   * A copy that prints the content of one code block of each answer, and the whole answer if it has
   * no such block. What is extracted is no Markdown: it is neither styled nor wrapped.
   */
  public ConsoleSink extracting(CodeSelection block) {
    return new ConsoleSink(out, marks, layout, Optional.of(block));
  }

  /** A copy for an output of that style. */
  public ConsoleSink shownAs(OutputStyle style) {
    ConsoleSink shown = style.isTerminal() ? toTerminal() : this;
    return style.styled() ? shown.styled() : shown;
  }

  /**
   * The options that make a configured console sink print in that style, instead of detecting the
   * style itself.
   */
  public static Map<String, String> options(OutputStyle style) {
    return ConsoleSinkFactory.options(style);
  }

  /** A copy that writes the line that marks an incomplete answer to {@code other}. */
  public ConsoleSink markingOn(OutputStream other) {
    return new ConsoleSink(out, TextOutput.to(other), layout, selection);
  }

  /** A copy without marks, for a caller that reports the end in another way. */
  public ConsoleSink unmarked() {
    return markingOn(OutputStream.nullOutputStream());
  }

  /**
   * Prints what is held, because another output is about to print on the same terminal and will
   * leave the cursor at the start of a row. For the thread that tells the sink its chunks.
   *
   * @throws IOException if the output refuses bytes
   */
  public void interrupt() throws IOException {
    out.write(rendering.interrupt());
    out.flush();
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    String text = chunk.text();
    if (!text.isEmpty()) {
      out.write(rendering.pass(answer.add(text)));
      out.flush();
    } else if (chunk.deltas().stream().anyMatch(ConsoleSink::leavesText)) {
      out.write(rendering.release());
      out.flush();
    }
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    answer.writeRest(outcome.completion(), out, this::whole);
    out.endLine();
    if (layout.isForTerminal()) {
      writeCitations(Citation.of(outcome.completion()));
    }
    out.flush();
    if (outcome.status() != Status.COMPLETED) {
      marks.write("[" + outcome.status().text() + "]");
      marks.endLine();
      marks.flush();
    }
  }

  /** Whether the model goes on with something else, so that the text may rest for a while. */
  private static boolean leavesText(Delta delta) {
    boolean other = delta.carriesTokens() || delta instanceof Delta.Finish;
    return other && delta.choice() == 0 && !(delta instanceof Delta.Text);
  }

  /** Numbered as the text has them. */
  private void writeCitations(List<Citation> citations) throws IOException {
    var list = new StringBuilder(citations.isEmpty() ? "" : "\nSources:\n");
    for (int at = 0; at < citations.size(); at++) {
      Citation cited = citations.get(at);
      String title = cited.title().isEmpty() ? "" : cited.title() + " ";
      list.append(at + 1).append(". ").append(title).append(cited.address()).append('\n');
    }
    out.write(whole(list.toString()));
  }

  private String whole(String text) {
    return rendering.pass(text) + rendering.end();
  }
}
