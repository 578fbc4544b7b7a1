package io.sluice.stream;

import io.sluice.text.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Why an answer is not whole. Each message is one line for people and holds no secret. A minor
 * version may add cases, so a switch over them needs a default.
 */
public sealed interface Failure {

  /** One line: the thing, the value and, if there is one, the remedy. */
  String message();

  /**
   * The word for this kind of failure in transcripts and other machine-readable output: {@code
   * "http"}, {@code "provider"}, {@code "protocol"}, {@code "connection"}, {@code "timeout"} or
   * {@code "sinks"}.
   */
  String kind();

  /** The category of this failure, by which a caller decides what to do. */
  default FailureCategory category() {
    return FailureCategory.OTHER;
  }

  /**
   * The server refused by HTTP status, or redirected (which is never followed). Immutable; two are
   * equal if all they say is. Dialects and transports make it by {@link #builder}.
   */
  final class Http implements Failure {

    private final int status;
    private final Optional<String> code;
    private final Optional<String> type;
    private final String message;
    private final Optional<Duration> retryAfter;
    private final Optional<String> requestId;
    private final FailureCategory category;

    Http(HttpFailureBuilder builder) {
      this.status = builder.status;
      this.code = builder.code;
      this.type = builder.type;
      this.message = builder.message;
      this.retryAfter = builder.retryAfter;
      this.requestId = builder.requestId;
      this.category =
          builder.category.orElseGet(() -> ErrorWords.category(status, code, type, message));
    }

    /**
     * Starts a refusal.
     *
     * @param status the HTTP status
     * @param message one line
     */
    public static HttpFailureBuilder builder(int status, String message) {
      return new HttpFailureBuilder(status, message);
    }

    /** A builder that begins with all that this refusal says, its category included. */
    public HttpFailureBuilder toBuilder() {
      return new HttpFailureBuilder(this);
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    /** The provider's code, numeric or a name. */
    public Optional<String> code() {
      return code;
    }

    /** The provider's type of error. */
    public Optional<String> type() {
      return type;
    }

    @Override
    public String message() {
      return message;
    }

    /** The time that the server asks to wait; absent if it does not. */
    public Optional<Duration> retryAfter() {
      return retryAfter;
    }

    /** The server's name for the call, for its support. */
    public Optional<String> requestId() {
      return requestId;
    }

    /** The category of this refusal, as the dialect judges it. */
    @Override
    public FailureCategory category() {
      return category;
    }

    @Override
    public boolean equals(Object object) {
      return object instanceof Http http && values().equals(http.values());
    }

    @Override
    public int hashCode() {
      return values().hashCode();
    }

    @Override
    public String toString() {
      return "Http" + values();
    }

    private List<Object> values() {
      return List.of(status, code, type, message, retryAfter, requestId, category);
    }

    @Override
    public String kind() {
      return "http";
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

    @Override
    public String kind() {
      return "provider";
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

    @Override
    public String kind() {
      return "protocol";
    }

    /** The failure of a stream that was ended before anything of an answer came. */
    public static Protocol withoutAnswer() {
      return new Protocol("the server ended the stream without any answer; ask again", "");
    }
  }

  /**
   * The connection could not be made, or broke.
   *
   * @param message one line
   * @param missing what the caller could give the transport so that the connection can be made; not
   *     kept in transcripts
   */
  record Connection(String message, Optional<Missing> missing) implements Failure {

    /** Creates a failure that nothing the caller could give would have prevented. */
    public Connection(String message) {
      this(message, Optional.empty());
    }

    /** Refuses null. */
    public Connection {
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(missing, "missing");
    }

    /** Certificates that a caller can give a transport. A minor version may add cases. */
    public enum Missing {
      /** The certificate of an authority that vouches for the server. */
      AUTHORITY,
      /** The caller's own certificate, which the server demands or may demand. */
      CLIENT_CERTIFICATE
    }

    @Override
    public String kind() {
      return "connection";
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

    @Override
    public String kind() {
      return "timeout";
    }

    /** Only a connection that could not be made is worth another attempt. */
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
      return which.waitedFor() + " took longer than " + DurationText.of(limit);
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

    @Override
    public String kind() {
      return "sinks";
    }
  }

  /** The timeouts of a stream. */
  enum Timer {
    /** From the beginning of connecting to a usable connection. */
    CONNECT("connecting"),
    /** From the request being written to the first token. */
    FIRST_TOKEN("the first token"),
    /** From one sign of life to the next. */
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
