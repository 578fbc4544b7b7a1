package io.sluice.sinks.file;

import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.text.TextOutput;
import java.io.IOException;

/** The last line of an answer that is not whole, such as {@code [stopped]}. */
final class EndMark {

  private EndMark() {}

  /** Ends the line that was begun, and says in one of its own why the answer is not whole. */
  static void write(TextOutput text, Outcome outcome) throws IOException {
    text.endLine();
    if (outcome.status() != Status.COMPLETED) {
      String why = outcome.failure().map(Failure::message).map(words -> ": " + words).orElse("");
      text.write("[" + outcome.status().text() + why + "]\n");
    }
  }
}
