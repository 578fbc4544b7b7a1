package io.sluice.sinks.file;

import io.sluice.stream.Delta;
import io.sluice.stream.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;

/** Appends record after record to a file, from the first byte on stdin on. */
final class AppendingWriter {

  static final int RECORDS = 60;
  static final int CHUNKS = 40;

  private AppendingWriter() {}

  /** The file, and the number that stands in every chunk. */
  public static void main(String[] args) throws IOException {
    int number = Integer.parseInt(args[1]);
    var deltas = Collections.nCopies(number, new Delta.Text(0, "x")).toArray(Delta[]::new);
    var answer = new Answer();
    for (int i = 0; i < CHUNKS; i++) {
      answer.then(deltas);
    }
    int begin = System.in.read();
    for (int i = 0; begin >= 0 && i < RECORDS; i++) {
      append(answer, Path.of(args[0]));
    }
  }

  /** Whoever is refused comes again. */
  private static void append(Answer answer, Path file) throws IOException {
    while (true) {
      try {
        answer.run(FileSink.jsonl(file).appending(), Status.COMPLETED);
        return;
      } catch (IOException refused) {
        if (!String.valueOf(refused.getMessage()).contains("being written by another run")) {
          throw refused;
        }
        Thread.onSpinWait();
      }
    }
  }
}
