package io.sluice.sinks.sqlite;

import java.time.Instant;
import java.util.Objects;

/**
 * A conversation as a list of conversations describes it.
 *
 * @param name the conversation's name, which is the id of its first run if it was given none
 * @param runs how many runs belong to it
 * @param newest when the newest of them began
 * @param question the first thing that was asked
 */
public record ConversationSummary(String name, int runs, Instant newest, String question) {

  /** Refuses null. */
  public ConversationSummary {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(newest, "newest");
    Objects.requireNonNull(question, "question");
  }
}
