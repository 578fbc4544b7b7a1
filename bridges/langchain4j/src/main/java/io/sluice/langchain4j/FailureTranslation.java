package io.sluice.langchain4j;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import java.util.Optional;

/** Translates the end of a stream into the exception of langchain4j that says the same. */
final class FailureTranslation {

  private static final int NOT_FOUND = 404;
  private static final int REQUEST_TIMEOUT = 408;

  private FailureTranslation() {}

  /** The exception, with the stream's own as its cause. */
  static LangChain4jException exception(StreamException broken) {
    Outcome outcome = broken.outcome();
    if (outcome.status() == Status.TRUNCATED) {
      return new TruncatedAnswerException(broken);
    }
    Optional<Failure> failure = outcome.failure();
    String message = failure.map(Failure::message).orElseGet(broken::getMessage);
    if (outcome.status() == Status.TIMED_OUT || status(failure) == REQUEST_TIMEOUT) {
      return new TimeoutException(message, broken);
    }
    if (status(failure) == NOT_FOUND) {
      return new ModelNotFoundException(message, broken);
    }
    return failure
        .map(reason -> failed(reason, message, broken))
        .orElseGet(() -> new LangChain4jException(message, broken));
  }

  /** The exception for a request that cannot be expressed; nothing was sent. */
  static LangChain4jException exception(IllegalArgumentException refused) {
    return new InvalidRequestException(refused.getMessage(), refused);
  }

  private static LangChain4jException failed(
      Failure failure, String message, StreamException broken) {
    return switch (failure.category()) {
      case NOT_AUTHORISED -> new AuthenticationException(message, broken);
      case RATE_LIMITED, QUOTA -> new RateLimitException(message, broken);
      case OVERLOADED, UNAVAILABLE -> new InternalServerException(message, broken);
      case INVALID_REQUEST, TOO_LONG -> new InvalidRequestException(message, broken);
      case CONTENT_POLICY -> new ContentFilteredException(message, broken);
      default -> other(status(Optional.of(failure)), message, broken);
    };
  }

  private static LangChain4jException other(int status, String message, StreamException broken) {
    if (status >= 500) {
      return new InternalServerException(message, broken);
    }
    return status >= 400
        ? new InvalidRequestException(message, broken)
        : new LangChain4jException(message, broken);
  }

  /** The HTTP status of a refusal; 0 if it is none. */
  private static int status(Optional<Failure> failure) {
    return failure
        .filter(Failure.Http.class::isInstance)
        .map(refusal -> ((Failure.Http) refusal).status())
        .orElse(0);
  }
}
