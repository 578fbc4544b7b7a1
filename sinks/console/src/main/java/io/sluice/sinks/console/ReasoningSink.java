package io.sluice.sinks.console;

import io.sluice.sink.Sink;
import io.sluice.sinks.console.markdown.Ink;
import io.sluice.sinks.console.page.Rendering;
import io.sluice.sinks.console.page.Style;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.text.TextOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Prints what the model thinks, as it arrives: the reasoning of choice 0 delta by delta, each
 * flushed. Where text of the answer follows, an empty line stands between them; the text itself is
 * another sink's. Never closes what it was handed. What configures a sink returns another one. For
 * one run.
 */
public final class ReasoningSink implements Sink {
  private final OutputStream bytes;
  private final TextOutput out;
  private final Layout layout;
  private final Rendering rendering;
  private final Optional<ConsoleSink> text;
  private boolean thinking;
  private boolean withinText;

  private ReasoningSink(OutputStream bytes, Layout layout, Optional<ConsoleSink> text) {
    this.bytes = bytes;
    this.out = TextOutput.to(bytes);
    this.layout = layout;
    this.rendering = layout.rendering();
    this.text = text;
  }

  /** A sink that prints to {@code out} as UTF-8, control characters and all. */
  public static ReasoningSink to(OutputStream out) {
    return new ReasoningSink(out, Layout.verbatim(), Optional.empty());
  }

  /** Returns a copy for a terminal: control characters become visible symbols. */
  public ReasoningSink toTerminal() {
    return new ReasoningSink(bytes, layout.toTerminal(), text);
  }

  /** A copy that prints in faint letters. */
  public ReasoningSink dimmed() {
    return new ReasoningSink(bytes, layout.in(Ink.plain().in(Style.DIM)), text);
  }

  /**
   * A copy that breaks its text at words, so that no row has more cells than that.
   *
   * @param columns the cells of a row, asked for again and again
   */
  public ReasoningSink wrappedAt(IntSupplier columns) {
    return new ReasoningSink(bytes, layout.wrappedAt(columns), text);
  }

  /**
   * A copy that prints on the terminal where {@code console} prints the text: before a thought
   * interrupts the text, the console prints what it holds of it.
   */
  public ReasoningSink interrupting(ConsoleSink console) {
    return new ReasoningSink(bytes, layout, Optional.of(console));
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    for (Delta delta : chunk.deltas()) {
      if (delta instanceof Delta.Reasoning reasoning && reasoning.choice() == 0) {
        think(reasoning.text());
      }
    }
    String said = chunk.text();
    if (!said.isEmpty()) {
      stopThinking("\n");
      withinText = said.charAt(said.length() - 1) != '\n';
    }
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    stopThinking("");
  }

  private void think(String thought) throws IOException {
    if (thought.isEmpty()) {
      return;
    }
    if (!thinking) {
      interruptText();
    }
    thinking = true;
    print(rendering.pass(thought));
  }

  private void interruptText() throws IOException {
    if (text.isPresent()) {
      text.get().interrupt();
    }
    if (withinText) {
      out.write("\n");
    }
  }

  private void stopThinking(String between) throws IOException {
    if (thinking) {
      thinking = false;
      print(rendering.end());
      out.endLine();
      out.write(between);
      out.flush();
    }
  }

  private void print(String shown) throws IOException {
    out.write(shown);
    out.flush();
  }
}
