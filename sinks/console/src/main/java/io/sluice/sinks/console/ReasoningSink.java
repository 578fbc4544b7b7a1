package io.sluice.sinks.console;

import io.sluice.sink.Sink;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.text.TextOutput;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Prints what the model thinks, as it arrives: the reasoning of choice 0 delta by delta, each
 * flushed. Where text of the answer follows, an empty line stands between them; the text itself is
 * another sink's. Never closes what it was handed. What configures a sink returns another one. For
 * one run.
 */
public final class ReasoningSink implements Sink {
  private final OutputStream bytes;
  private final TextOutput out;
  private final Rendering rendering;
  private final Style style;
  private boolean thinking;
  private boolean withinText;

  private ReasoningSink(OutputStream bytes, Rendering rendering, Style style) {
    this.bytes = bytes;
    this.out = TextOutput.to(bytes);
    this.rendering = rendering;
    this.style = style;
  }

  /** A sink that prints to {@code out} as UTF-8, control characters and all. */
  public static ReasoningSink to(OutputStream out) {
    return new ReasoningSink(out, Rendering.verbatim(), Style.PLAIN);
  }

  /** Returns a copy for a terminal: control characters become visible symbols. */
  public ReasoningSink toTerminal() {
    return new ReasoningSink(bytes, new VisibleControls(), style);
  }

  /** A copy that prints in faint letters. */
  public ReasoningSink dimmed() {
    return new ReasoningSink(bytes, rendering, Style.DIM);
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    for (Delta delta : chunk.deltas()) {
      if (delta instanceof Delta.Reasoning reasoning && reasoning.choice() == 0) {
        think(reasoning.text());
      }
    }
    String text = chunk.text();
    if (!text.isEmpty()) {
      stopThinking("\n");
      withinText = text.charAt(text.length() - 1) != '\n';
    }
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    stopThinking("");
  }

  private void think(String text) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    if (!thinking && withinText) {
      out.write("\n");
    }
    thinking = true;
    print(rendering.pass(text));
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

  private void print(String text) throws IOException {
    var styled = new StyledText();
    for (int i = 0; i < text.length(); i++) {
      styled.add(text.charAt(i), style);
    }
    out.write(styled.takeAll());
    out.flush();
  }
}
