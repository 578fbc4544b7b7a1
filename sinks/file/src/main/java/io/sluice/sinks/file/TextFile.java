package io.sluice.sinks.file;

import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text on its way into a file, in UTF-8; it leaves at {@link #flush}. Mutable; for one run. */
final class TextFile {

  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private final Writer writer;
  private boolean withinLine;

  TextFile(OutputStream out) {
    this.writer = new OutputStreamWriter(out, encoder());
  }

  void write(String text) throws IOException {
    if (!text.isEmpty()) {
      writer.write(text);
      withinLine = text.charAt(text.length() - 1) != '\n';
    }
  }

  void endLine() throws IOException {
    if (withinLine) {
      write("\n");
    }
  }

  void flush() throws IOException {
    writer.flush();
  }

  /** Says in a line of its own that the answer is not whole, and why; nothing if it is. */
  void mark(Outcome outcome) throws IOException {
    endLine();
    if (outcome.status() != Status.COMPLETED) {
      String word = outcome.status().word().replace('_', ' ');
      String why = outcome.failure().map(Failure::message).map(text -> ": " + text).orElse("");
      write("[" + word + why + "]\n");
    }
  }

  /**
   * It keeps half a surrogate pair until the other half comes, and replaces one that stays alone.
   */
  private static CharsetEncoder encoder() {
    return StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .replaceWith(REPLACEMENT);
  }
}
