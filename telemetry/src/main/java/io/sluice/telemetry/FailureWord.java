package io.sluice.telemetry;

import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says in one word why a run did not complete, as {@code error.type} of OpenTelemetry's conventions
 * has it: few different values, none with text of a request or an answer. Stateless.
 */
public final class FailureWord {

  /** What may be a tag: a provider's code that is prose, an id or a number of its own is none. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_.-]{0,63}");

  private FailureWord() {}

  /**
   * The word for the end of a run: {@code truncated} of an answer that was cut, else {@link
   * #of(Failure)}; empty if the run completed or was stopped, which are no errors.
   */
  public static Optional<String> of(Outcome outcome) {
    if (outcome.status() == Status.TRUNCATED) {
      return Optional.of("truncated");
    }
    return outcome.failure().map(FailureWord::of);
  }

  /**
   * The word for a failure: the provider's code or type if it is a word, else the HTTP status, else
   * the kind of failure, such as {@code timeout} or {@code connection}.
   */
  public static String of(Failure failure) {
    if (failure instanceof Failure.Http http) {
      return word(http.code(), http.type()).orElse(Integer.toString(http.status()));
    }
    if (failure instanceof Failure.Provider provider) {
      return word(provider.code(), provider.type()).orElse(provider.kind());
    }
    return failure.kind();
  }

  private static Optional<String> word(Optional<String> code, Optional<String> type) {
    return code.filter(FailureWord::isWord).or(() -> type.filter(FailureWord::isWord));
  }

  private static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }
}
