package io.sluice.stream;

import java.util.Locale;
import java.util.Objects;

/**
 * An error of the server that was tolerated, counted by kind.
 *
 * @param kind the kind of error
 * @param times how often it occurred, at least 1
 */
public record Irregularity(Kind kind, long times) {

  /** Refuses null. */
  public Irregularity {
    Objects.requireNonNull(kind, "kind");
  }

  /**
   * The kinds of tolerated errors. A minor version may add kinds, so a switch over them needs a
   * default.
   */
  public enum Kind {
    /** Every choice had finished, but there was no end marker. */
    MISSING_DONE,
    /** There was an end marker, but no choice had a finish reason. */
    MISSING_FINISH,
    /** The connection broke after every choice had finished. */
    CUT_AFTER_FINISH,
    /** The server sent nothing more on the open socket after every choice had finished. */
    SILENCE_AFTER_FINISH,
    /** The last event lacked its blank line. */
    UNFINISHED_EVENT,
    /** A field name that the event stream standard does not know. */
    UNKNOWN_FIELD,
    /** Bytes that are no UTF-8 were replaced by U+FFFD. */
    INVALID_UTF8,
    /** A stream was requested, but the answer was one document. */
    WHOLE_ANSWER,
    /** A choice had content after its finish, which cancels the finish. */
    DELTA_AFTER_FINISH,
    /** A field had an unexpected type. */
    UNEXPECTED_TYPE,
    /** A tool call's fragment lacked its index. */
    TOOL_CALL_WITHOUT_INDEX,
    /** A tool call's fragment contradicted its index or id, and was assigned by a guess. */
    TOOL_CALL_GUESSED,
    /** A tool call's fragment was empty or a repetition, and was left out. */
    TOOL_CALL_REPEATED,
    /** A choice had an index that was not requested, and was taken for the only one. */
    CHOICE_INDEX,
    /** JSON was not quite valid, but could be read. */
    LENIENT_JSON,
    /** An event held no JSON or more than one object. */
    UNEXPECTED_DATA,
    /** An event after every choice had finished could not be read. */
    MALFORMED_AFTER_FINISH,
    /** Lines of a run that was followed were not there, so the answer may lack something. */
    MISSING_LINES;

    /** The word in machine-readable output, such as {@code "missing_done"}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
