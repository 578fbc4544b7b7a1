package io.sluice.cli.report;

import io.sluice.stream.Irregularity;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Outcome;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What stderr says of an answer that is complete although its end was not as it should be: a person
 * may miss something that the server meant to send.
 */
public final class IrregularEndNotice {
  private static final Map<Kind, String> LINES =
      Map.of(
          Kind.CUT_AFTER_FINISH,
          "the connection broke behind the finish reason",
          Kind.SILENCE_AFTER_FINISH,
          "the server fell silent behind the finish reason",
          Kind.MALFORMED_AFTER_FINISH,
          "the server sent something unreadable behind the finish reason");

  private IrregularEndNotice() {}

  /** Returns the lines to print, in the order of the irregularities; none for a regular end. */
  public static Stream<String> lines(Outcome outcome) {
    return outcome.timing().firstToken().isEmpty()
        ? Stream.of("the server ended the answer before it had said anything")
        : outcome.irregularities().stream()
            .map(Irregularity::kind)
            .filter(LINES::containsKey)
            .map(kind -> LINES.get(kind) + without(outcome));
  }

  private static String without(Outcome outcome) {
    return outcome.completion().usage().isPresent() ? "" : ", and reported no usage";
  }
}
