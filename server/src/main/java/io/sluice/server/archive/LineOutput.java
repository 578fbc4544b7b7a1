package io.sluice.server.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * Hands over each line of what is written to it, without its line feed. A last line that lacks one
 * is dropped: its writer was killed within it. Mutable; for one thread.
 */
final class LineOutput extends OutputStream {

  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  LineOutput(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public void write(int one) {
    if (one == '\n') {
      lines.accept(line.toString(UTF_8));
      line.reset();
    } else {
      line.write(one);
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    int begin = from;
    for (int at = from; at < from + length; at++) {
      if (bytes[at] == '\n') {
        line.write(bytes, begin, at - begin);
        write('\n');
        begin = at + 1;
      }
    }
    line.write(bytes, begin, from + length - begin);
  }
}
