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
 * @param attribute what its attributes say of it
 * @param limit the most runs to find
 */
public record RunQuery(
    Optional<String> model,
    Optional<String> status,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<String> conversation,
    Optional<Attribute> attribute,
    int limit) {

  private static final RunQuery ALL =
      new RunQuery(
          Optional.empty(),
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
    Objects.requireNonNull(attribute, "attribute");
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
    return new RunQuery(
        Optional.of(beginning), status, since, until, conversation, attribute, limit);
  }

  /** Selects runs with that status, or {@value ArchivedRun#UNFINISHED}. */
  public RunQuery status(String word) {
    return new RunQuery(model, Optional.of(word), since, until, conversation, attribute, limit);
  }

  /** Selects runs that began at that time or later. */
  public RunQuery since(Instant earliest) {
    return new RunQuery(
        model, status, Optional.of(earliest), until, conversation, attribute, limit);
  }

  /** Selects runs that began before that time. */
  public RunQuery until(Instant end) {
    return new RunQuery(model, status, since, Optional.of(end), conversation, attribute, limit);
  }

  /** Selects runs of one conversation. */
  public RunQuery conversation(String name) {
    return new RunQuery(model, status, since, until, Optional.of(name), attribute, limit);
  }

  /**
   * Selects runs whose attribute of that name has that value; a run that lacks it counts as one
   * with the value {@code otherwise}.
   */
  public RunQuery attribute(String name, String value, String otherwise) {
    var wanted = Optional.of(new Attribute(name, value, otherwise));
    return new RunQuery(model, status, since, until, conversation, wanted, limit);
  }

  /** Selects at most that many runs. */
  public RunQuery limit(int most) {
    return new RunQuery(model, status, since, until, conversation, attribute, most);
  }

  /**
   * What an attribute of a run must say.
   *
   * @param name its name
   * @param value the value that it must have
   * @param otherwise the value that it has in a run without it
   */
  public record Attribute(String name, String value, String otherwise) {

    /** Refuses null. */
    public Attribute {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(otherwise, "otherwise");
    }
  }
}
