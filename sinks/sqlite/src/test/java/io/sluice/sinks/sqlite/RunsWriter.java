package io.sluice.sinks.sqlite;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.PipelineResult;
import io.sluice.testkit.AnswerScript;
import java.io.IOException;
import java.nio.file.Path;

/** Puts run after run into an archive, from the first byte on stdin on, and tells of each. */
final class RunsWriter {
  private RunsWriter() {}

  /** The file, how many runs, and a word that stands in each of them. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    SqliteLibrary.keepIn(file.resolveSibling("library")); // Who is killed cleans nothing up.
    int runs = Integer.parseInt(args[1]);
    int begin = System.in.read();
    for (int i = 0; begin >= 0 && i < runs; i++) {
      var request = ChatRequest.of("m", question(args[2], i));
      PipelineResult result =
          Kept.run(
              SqliteSink.of(file), request, AnswerScript.answer(args[2], " answers ", answer(i)));
      if (!result.sinkFailures().isEmpty()) {
        throw new IllegalStateException(result.sinkFailures().toString());
      }
      System.out.write('.');
      System.out.flush();
    }
  }

  static String question(String word, int number) {
    return word + " asks number" + number;
  }

  /** Long enough to need more than one page now and then. */
  static String answer(int number) {
    return "number" + number + " and more".repeat(number % 50 * 20);
  }
}
