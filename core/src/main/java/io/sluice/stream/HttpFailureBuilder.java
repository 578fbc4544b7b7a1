package io.sluice.stream;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Builds a {@link Failure.Http}. Mutable; for one thread. */
public final class HttpFailureBuilder {
  final int status;
  String message;
  Optional<String> code = Optional.empty();
  Optional<String> type = Optional.empty();
  Optional<Duration> retryAfter = Optional.empty();
  Optional<String> requestId = Optional.empty();
  Optional<FailureCategory> category = Optional.empty();

  HttpFailureBuilder(int status, String message) {
    this.status = status;
    this.message = Objects.requireNonNull(message, "message");
  }

  HttpFailureBuilder(Failure.Http begun) {
    this.status = begun.status();
    this.message = begun.message();
    this.code = begun.code();
    this.type = begun.type();
    this.retryAfter = begun.retryAfter();
    this.requestId = begun.requestId();
    this.category = Optional.of(begun.category());
  }

  /** Sets the message, which is one line. */
  public HttpFailureBuilder message(String line) {
    message = Objects.requireNonNull(line, "message");
    return this;
  }

  /** Sets the provider's code. */
  public HttpFailureBuilder code(String word) {
    code = Optional.of(word);
    return this;
  }

  /** Sets the provider's type of error. */
  public HttpFailureBuilder type(String word) {
    type = Optional.of(word);
    return this;
  }

  /** Sets how long the server asks to wait. */
  public HttpFailureBuilder retryAfter(Duration wait) {
    retryAfter = Optional.of(wait);
    return this;
  }

  /** Sets the server's name for the call. */
  public HttpFailureBuilder requestId(String id) {
    requestId = Optional.of(id);
    return this;
  }

  /**
   * Sets what kind of trouble it is. Without it that follows from the status, the code, the type
   * and the message.
   */
  public HttpFailureBuilder category(FailureCategory kind) {
    category = Optional.of(kind);
    return this;
  }

  /** Returns the refusal; the builder can be used further. */
  public Failure.Http build() {
    return new Failure.Http(this);
  }
}
