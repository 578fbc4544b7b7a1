package io.sluice.sinks.sqlite;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Selects runs. Immutable: each method returns a narrower query.
 *
 * @param model the beginning of the model's name
 * @param status the word for a status, or {@value ArchivedRun#UNFINISHED}
 * @param since the earliest start of a run
 * @param until the time before which a run must have started
 * @param conversation the conversation it belongs to
 * @param limit the most runs to find
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

  /** Selects every run. */
  public static RunQuery all() {
    return ALL;
  }

  /** Selects runs whose model's name has that beginning. */
  public RunQuery model(String beginning) {
    return new RunQuery(Optional.of(beginning), status, since, until, conversation, limit);
  }

  /** Selects runs with that status, or {@value ArchivedRun#UNFINISHED}. */
  public RunQuery status(String word) {
    return new RunQuery(model, Optional.of(word), since, until, conversation, limit);
  }

  /** Selects runs that began at that time or later. */
  public RunQuery since(Instant earliest) {
    return new RunQuery(model, status, Optional.of(earliest), until, conversation, limit);
  }

  /** Selects runs that began before that time. */
  public RunQuery until(Instant end) {
    return new RunQuery(model, status, since, Optional.of(end), conversation, limit);
  }

  /** Selects runs of one conversation. */
  public RunQuery conversation(String name) {
    return new RunQuery(model, status, since, until, Optional.of(name), limit);
  }

  /** Selects at most that many runs. */
  public RunQuery limit(int most) {
    return new RunQuery(model, status, since, until, conversation, most);
  }
}
