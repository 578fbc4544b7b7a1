package io.sluice.batch.result;

import io.sluice.stream.Failure;
import io.sluice.stream.FailureCategory;
import io.sluice.stream.Outcome;
import io.sluice.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why a row has no answer that is whole. A minor version may add cases. */
public enum RowErrorKind {
  /** The row cannot be asked. */
  INVALID_ROW,
  /** The row was under way when an earlier part of the batch was killed, and is not asked again. */
  IN_FLIGHT,
  /** The API key is missing or wrong, or lacks the permission. */
  NOT_AUTHORISED,
  /** Too many requests or tokens in a short time. */
  RATE_LIMITED,
  /** The paid quota of the account is used up. */
  QUOTA,
  /** The server or the model is overloaded. */
  OVERLOADED,
  /** The server could not be reached, or failed. */
  UNAVAILABLE,
  /** The server does not accept the request in this form. */
  INVALID_REQUEST,
  /** The request is larger than the model or the server accepts. */
  TOO_LONG,
  /** A filter refused the request or withheld the answer. */
  CONTENT_POLICY,
  /** A limit on waiting was reached. */
  TIMED_OUT,
  /** The stream ended before the answer did. */
  TRUNCATED,
  /** A sink that the row needs failed. */
  SINK_FAILED,
  /** Anything else. */
  OTHER;

  /** The word in result lines, such as {@code "timed_out"}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the kind of that word.
   *
   * @throws IllegalArgumentException in one line that lists the kinds, if there is none
   */
  public static RowErrorKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(NearestName.unknown("kind of error", word, words())));
  }

  /** Returns the kind of that {@link #code}. */
  public static RowErrorKind of(int code) {
    return List.of(values()).get(code - 1);
  }

  /** A number from 1, by which a table remembers the kind in few bits; not kept in files. */
  public int code() {
    return List.of(values()).indexOf(this) + 1;
  }

  /** The words of all kinds. */
  public static List<String> words() {
    return Arrays.stream(values()).map(RowErrorKind::word).toList();
  }

  /** Returns the kind of an outcome that is not complete. */
  public static RowErrorKind of(Outcome outcome) {
    return switch (outcome.status()) {
      case TIMED_OUT -> TIMED_OUT;
      case TRUNCATED -> TRUNCATED;
      default -> outcome.failure().map(RowErrorKind::of).orElse(OTHER);
    };
  }

  private static RowErrorKind of(Failure failure) {
    return failure instanceof Failure.Sinks ? SINK_FAILED : of(failure.category());
  }

  private static RowErrorKind of(FailureCategory category) {
    return switch (category) {
      case NOT_AUTHORISED -> NOT_AUTHORISED;
      case RATE_LIMITED -> RATE_LIMITED;
      case QUOTA -> QUOTA;
      case OVERLOADED -> OVERLOADED;
      case UNAVAILABLE -> UNAVAILABLE;
      case INVALID_REQUEST -> INVALID_REQUEST;
      case TOO_LONG -> TOO_LONG;
      case CONTENT_POLICY -> CONTENT_POLICY;
      case OTHER -> OTHER;
    };
  }
}
