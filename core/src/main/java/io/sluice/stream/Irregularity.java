package io.sluice.stream;

import java.util.Locale;
import java.util.Objects;

/**
 * Something the server should not have done and that was forgiven, counted by kind.
 *
 * @param kind what it was
 * @param times how often it was seen, at least 1
 */
public record Irregularity(Kind kind, long times) {

  /** Refuses null. */
  public Irregularity {
    Objects.requireNonNull(kind, "kind");
  }

  /** What can be forgiven. */
  public enum Kind {
    /** Every choice had finished, but the end marker never came. */
    MISSING_DONE,
    /** The end marker came, but no choice had said why it ended. */
    MISSING_FINISH,
    /** The connection broke after every choice had finished. */
    CUT_AFTER_FINISH,
    /** The server fell silent with the socket open after every choice had finished. */
    SILENCE_AFTER_FINISH,
    /** The last event lacked its blank line. */
    UNFINISHED_EVENT,
    /** A field name that the event stream standard does not know. */
    UNKNOWN_FIELD,
    /** Bytes that are no UTF-8 were replaced by U+FFFD. */
    INVALID_UTF8,
    /** A stream was asked for and the answer came in one piece. */
    WHOLE_ANSWER,
    /** A choice was added to after it had finished, which takes the finish back. */
    DELTA_AFTER_FINISH,
    /** A field had another type than it should. */
    UNEXPECTED_TYPE,
    /** A tool call's fragment lacked its index. */
    TOOL_CALL_WITHOUT_INDEX,
    /** A tool call's fragment contradicted its index or id, and was assigned by a guess. */
    TOOL_CALL_GUESSED,
    /** A tool call's fragment said nothing, or what had been said, and was left out. */
    TOOL_CALL_REPEATED,
    /** A choice had an index that was not asked for, and was taken for the only one. */
    CHOICE_INDEX,
    /** JSON was not quite valid, and was read all the same. */
    LENIENT_JSON,
    /** An event held no JSON or more than one object. */
    UNEXPECTED_DATA,
    /** An event that could not be read came after every choice had finished. */
    MALFORMED_AFTER_FINISH;

    /** The word in machine-readable output, such as {@code "missing_done"}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
