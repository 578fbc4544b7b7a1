package io.sluice.sinks.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Encodes text into an output stream of another owner. It holds the first half of a surrogate pair
 * until its second half arrives, and replaces a half that stays alone by U+FFFD. Mutable; for one
 * thread at a time.
 */
final class TextOutput {

  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private final OutputStream out;
  private final Writer writer;
  private boolean withinLine;

  TextOutput(OutputStream out) {
    this.out = out;
    this.writer = new OutputStreamWriter(out, encoder());
  }

  void write(String text) throws IOException {
    if (!text.isEmpty()) {
      writer.write(text);
      withinLine = text.charAt(text.length() - 1) != '\n';
    }
  }

  /** Ends the line, if it is not empty. The line break proves that a held half pair stays alone. */
  void endLine() throws IOException {
    if (withinLine) {
      write("\n");
    }
  }

  void flush() throws IOException {
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
