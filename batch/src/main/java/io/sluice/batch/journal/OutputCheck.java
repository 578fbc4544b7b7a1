package io.sluice.batch.journal;

import io.sluice.batch.result.ResultLine;
import io.sluice.json.MalformedJsonException;
import io.sluice.text.FileReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a file is the output of a batch, so that no other file is gone on with. */
final class OutputCheck {
  private OutputCheck() {}

  /**
   * Looks at the first line.
   *
   * @throws JournalException if it is no result
   */
  static void isResults(Path output) throws JournalException {
    try (BufferedReader lines = Files.newBufferedReader(output)) {
      String first = lines.readLine();
      if (first != null) {
        ResultLine.read(first);
      }
    } catch (MalformedJsonException other) {
      throw new JournalException(
          output + " exists and is no output of a batch; name another file", other);
    } catch (IOException unreadable) {
      throw new JournalException(
          FileReason.line(output + " cannot be read", unreadable), unreadable);
    }
  }
}
