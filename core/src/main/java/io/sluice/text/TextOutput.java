package io.sluice.text;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Writes text as UTF-8 to a stream of the caller's, which it never closes. The bytes leave with
 * {@link #flush} at the latest. The first half of a surrogate pair waits for its second half; a
 * half that stays alone becomes U+FFFD. Mutable; for one thread at a time.
 */
public final class TextOutput {

  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private final OutputStream out;
  private final Writer writer;
  private boolean withinLine;

  private TextOutput(OutputStream out) {
    this.out = out;
    this.writer = new OutputStreamWriter(out, encoder());
  }

  /** Returns an output whose bytes go to {@code out}. */
  public static TextOutput to(OutputStream out) {
    return new TextOutput(out);
  }

  /**
   * Writes text as it is.
   *
   * @throws IOException if the stream refuses bytes
   */
  public void write(String text) throws IOException {
    if (!text.isEmpty()) {
      writer.write(text);
      withinLine = text.charAt(text.length() - 1) != '\n';
    }
  }

  /**
   * Writes a line feed, unless nothing was written since the last one.
   *
   * @throws IOException if the stream refuses bytes
   */
  public void endLine() throws IOException {
    if (withinLine) {
      write("\n");
    }
  }

  /**
   * Hands all text to the stream, except half a surrogate pair, and flushes the stream. A {@link
   * PrintStream} hides its errors, so it is asked for them.
   *
   * @throws IOException if the stream refuses bytes, or is a print stream that has refused some
   */
  public void flush() throws IOException {
    writer.flush();
    if (out instanceof PrintStream print && print.checkError()) {
      throw new IOException("the output was closed, or takes nothing more");
    }
  }

  private static CharsetEncoder encoder() {
    return StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .replaceWith(REPLACEMENT);
  }
}
