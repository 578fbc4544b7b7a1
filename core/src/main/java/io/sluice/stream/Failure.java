package io.sluice.stream;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The reason why an answer is incomplete. Each message is one line for people and contains no
 * secret.
 */
public sealed interface Failure {

  /** One line: the thing, the value and, if there is one, the remedy. */
  String message();

  /** The kind of failure, which decides on retries and exit codes. */
  default FailureCategory category() {
    return FailureCategory.OTHER;
  }

  /**
   * The server refused with an HTTP status, or redirected (redirects are never followed).
   *
   * @param status the HTTP status
   * @param code the provider's code, numeric or a name
   * @param type the provider's type of error
   * @param message one line
   * @param retryAfter how long the server asks to wait
   * @param requestId the server's name for the call, for its support
   * @param category the category that the dialect assigns
   */
  record Http(
      int status,
      Optional<String> code,
      Optional<String> type,
      String message,
      Optional<Duration> retryAfter,
      Optional<String> requestId,
      FailureCategory category)
      implements Failure {

    /** Creates a refusal whose category follows from its status, code, type and message. */
    public Http(
        int status,
        Optional<String> code,
        Optional<String> type,
        String message,
        Optional<Duration> retryAfter,
        Optional<String> requestId) {
      this(
          status,
          code,
          type,
          message,
          retryAfter,
          requestId,
          ErrorWords.category(status, code, type, message));
    }

    /** Refuses null. */
    public Http {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(retryAfter, "retryAfter");
      Objects.requireNonNull(requestId, "requestId");
      Objects.requireNonNull(category, "category");
    }
  }

  /**
   * The provider reported an error inside the stream.
   *
   * @param code the provider's code, numeric or a name
   * @param type the provider's type of error
   * @param message one line
   * @param category the category that the dialect assigns
   */
  record Provider(
      Optional<String> code, Optional<String> type, String message, FailureCategory category)
      implements Failure {

    /** Creates an error whose category follows from its code, type and message. */
    public Provider(Optional<String> code, Optional<String> type, String message) {
      this(code, type, message, ErrorWords.category(0, code, type, message));
    }

    /** Refuses null. */
    public Provider {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(category, "category");
    }
  }

  /**
   * The server sent something that the protocol does not allow, or that exceeds a bound.
   *
   * @param message one line
   * @param excerpt the beginning of it, at most {@value #EXCERPT} characters
   */
  record Protocol(String message, String excerpt) implements Failure {

    /** The maximum length of an excerpt. */
    public static final int EXCERPT = 400;

    /** Cuts the excerpt to its bound. */
    public Protocol {
      Objects.requireNonNull(message, "message");
      excerpt = excerpt.length() > EXCERPT ? excerpt.substring(0, EXCERPT) : excerpt;
    }

    /** The failure of a stream that ended before any part of an answer was received. */
    public static Protocol withoutAnswer() {
      return new Protocol("the server ended the stream without any answer; ask again", "");
    }
  }

  /**
   * The connection could not be made, or broke.
   *
   * @param message one line
   */
  record Connection(String message) implements Failure {

    /** Refuses null. */
    public Connection {
      Objects.requireNonNull(message, "message");
    }

    @Override
    public FailureCategory category() {
      return FailureCategory.UNAVAILABLE;
    }
  }

  /**
   * A timeout was reached.
   *
   * @param which the timeout
   * @param limit its length
   */
  record TimedOut(Timer which, Duration limit) implements Failure {

    /** Refuses null. */
    public TimedOut {
      Objects.requireNonNull(which, "which");
      Objects.requireNonNull(limit, "limit");
    }

    /** Only a connection that could not be opened is worth another attempt. */
    @Override
    public FailureCategory category() {
      return which == Timer.CONNECT ? FailureCategory.UNAVAILABLE : FailureCategory.OTHER;
    }

    @Override
    public String message() {
      return waited() + "; raise the " + which.word().replace('_', ' ') + " timeout";
    }

    /** The timeout's purpose and length, for the message. */
    public String waited() {
      String time =
          limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
      return which.waitedFor() + " took longer than " + time;
    }
  }

  /**
   * No sink was left, or a required one did not open.
   *
   * @param message one line that names the sinks
   */
  record Sinks(String message) implements Failure {

    /** Refuses null. */
    public Sinks {
      Objects.requireNonNull(message, "message");
    }
  }

  /** The timeouts. */
  enum Timer {
    /** From the beginning of connecting to a usable connection. */
    CONNECT("connecting"),
    /** From the request being written to the first token. */
    FIRST_TOKEN("the first token"),
    /** Between two signs of life. */
    IDLE("the next part of the answer"),
    /** From the request being written to an answer that is one document. */
    WHOLE("the answer in one piece"),
    /** The whole stream, retries included. */
    TOTAL("the whole answer");

    private final String waitedFor;

    Timer(String waitedFor) {
      this.waitedFor = waitedFor;
    }

    /** The word in machine-readable output, such as {@code "first_token"}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    String waitedFor() {
      return waitedFor;
    }
  }
}
