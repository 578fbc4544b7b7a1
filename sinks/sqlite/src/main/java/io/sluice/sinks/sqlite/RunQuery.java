package io.sluice.sinks.sqlite;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which runs are wanted. Immutable: each method gives a narrower query.
 *
 * @param model how the name of the model begins
 * @param status the word of a status, or {@value ArchivedRun#UNFINISHED}
 * @param since when the run began at the earliest
 * @param until before which moment it began
 * @param conversation what it belongs to
 * @param limit the most runs there may be
 */
public record RunQuery(
    Optional<String> model,
    Optional<String> status,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<String> conversation,
    int limit) {

  private static final RunQuery ALL =
      new RunQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Integer.MAX_VALUE);

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is below 0
   */
  public RunQuery {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(conversation, "conversation");
    if (limit < 0) {
      throw new IllegalArgumentException("the limit is " + limit + "; use 0 or more");
    }
  }

  /** Every run. */
  public static RunQuery all() {
    return ALL;
  }

  /** Those whose model's name begins so. */
  public RunQuery model(String beginning) {
    return new RunQuery(Optional.of(beginning), status, since, until, conversation, limit);
  }

  /** Those with that status, or {@value ArchivedRun#UNFINISHED}. */
  public RunQuery status(String word) {
    return new RunQuery(model, Optional.of(word), since, until, conversation, limit);
  }

  /** Those that began then or later. */
  public RunQuery since(Instant earliest) {
    return new RunQuery(model, status, Optional.of(earliest), until, conversation, limit);
  }

  /** Those that began before that. */
  public RunQuery until(Instant end) {
    return new RunQuery(model, status, since, Optional.of(end), conversation, limit);
  }

  /** Those of one conversation. */
  public RunQuery conversation(String name) {
    return new RunQuery(model, status, since, until, Optional.of(name), limit);
  }

  /** Not more of them than that. */
  public RunQuery limit(int most) {
    return new RunQuery(model, status, since, until, conversation, most);
  }
}
