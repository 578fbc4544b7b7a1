package io.sluice.cli.archive;

import java.util.List;
import java.util.Optional;

/**
 * What a word of {@code sluice log} means: one run, or all runs of a conversation.
 *
 * @param conversation the conversation's name; absent if one run is meant
 * @param ids the ids of the runs, the oldest first
 */
public record RunChoice(Optional<String> conversation, List<String> ids) {

  /** Copies the list. */
  public RunChoice {
    ids = List.copyOf(ids);
  }

  static RunChoice of(String id) {
    return new RunChoice(Optional.empty(), List.of(id));
  }

  static RunChoice ofConversation(String name, List<String> ids) {
    return new RunChoice(Optional.of(name), ids);
  }
}
