package io.sluice.sinks.console;

import io.sluice.chat.Choice;
import io.sluice.chat.Message;
import io.sluice.sink.Sink;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.text.CodeSelection;
import io.sluice.text.SelectedCode;
import io.sluice.text.TextOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * Prints the answer as it arrives: the text of choice 0 delta by delta, each flushed; after the end
 * the other choices, headed, and a refusal where there is no text. An answer that did not complete
 * gets a last line such as {@code [stopped]}, unless told otherwise. Never closes what it was
 * handed. What configures a sink returns another one. For one run.
 */
public final class ConsoleSink implements Sink {

  private final TextOutput out;
  private final TextOutput marks;
  private final Rendering visible;
  private final Rendering rendering;
  private final Optional<CodeSelection> selection;
  private final Optional<SelectedCode> code;

  /** The {@code visible} rendering is the one without styles. */
  private ConsoleSink(
      TextOutput out,
      TextOutput marks,
      Rendering visible,
      Rendering rendering,
      Optional<CodeSelection> selection) {
    this.out = out;
    this.marks = marks;
    this.visible = visible;
    this.rendering = rendering;
    this.selection = selection;
    this.code = selection.map(SelectedCode::new);
  }

  /**
   * A sink that prints to {@code out} as UTF-8, control characters and all. A {@link PrintStream}
   * hides its errors, so it is asked for them after each delta.
   */
  public static ConsoleSink to(OutputStream out) {
    TextOutput text = TextOutput.to(out);
    Rendering verbatim = Rendering.verbatim();
    return new ConsoleSink(text, text, verbatim, verbatim, Optional.empty());
  }

  /**
   * A copy for a terminal: control characters in the answer become visible symbols, so that a model
   * cannot move the cursor, reorder text or reach the terminal's own commands.
   */
  public ConsoleSink toTerminal() {
    Rendering controls = new VisibleControls();
    return new ConsoleSink(out, marks, controls, controls, selection);
  }

  /**
   * A copy for a terminal with colours: headings, bold text and code of Markdown are styled as they
   * stream. No character is moved or removed. Code that is {@linkplain #extracting extracted} is no
   * Markdown, and stays plain.
   */
  public ConsoleSink styled() {
    return selection.isPresent()
        ? this
        : new ConsoleSink(out, marks, visible, visible.then(new MarkdownStyles()), selection);
  }

  /**
   * A copy that prints the content of one code block of each answer, and the whole answer if it has
   * no such block.
   */
  public ConsoleSink extracting(CodeSelection block) {
    return new ConsoleSink(out, marks, visible, visible, Optional.of(block));
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
    return new ConsoleSink(out, TextOutput.to(other), visible, rendering, selection);
  }

  /** A copy without marks, for a caller that reports the end in another way. */
  public ConsoleSink unmarked() {
    return markingOn(OutputStream.nullOutputStream());
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    String text = chunk.text();
    if (!text.isEmpty()) {
      out.write(rendering.pass(code.map(taken -> taken.add(text)).orElse(text)));
      out.flush();
    }
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    String rest = code.map(taken -> taken.end(outcome.completion().text())).orElse("");
    out.write(whole(rest));
    for (Choice choice : outcome.completion().choices()) {
      writeRest(choice);
    }
    out.endLine();
    out.flush();
    if (outcome.status() != Status.COMPLETED) {
      marks.write("[" + outcome.status().text() + "]");
      marks.endLine();
      marks.flush();
    }
  }

  /** Omits the text of choice 0, which was already printed. */
  private void writeRest(Choice choice) throws IOException {
    Message message = choice.message();
    if (choice.index() != 0) {
      out.endLine();
      out.write("--- choice " + choice.index() + " ---\n");
      out.write(whole(selected(message.content().orElse(""))));
    }
    if (message.content().orElse("").isEmpty()) {
      out.write(whole(message.refusal().orElse("")));
    }
  }

  private String selected(String text) {
    return selection.flatMap(block -> block.of(text)).orElse(text);
  }

  private String whole(String text) {
    return rendering.pass(text) + rendering.end();
  }
}
