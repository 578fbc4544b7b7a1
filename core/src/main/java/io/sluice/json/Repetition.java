package io.sluice.json;

import java.util.Map;
import java.util.Set;

/**
 * How an event may differ from an earlier one and still say the same in other words.
 *
 * @param words the member whose string is the words, such as {@code "text"}; no two members of an
 *     event may have this name
 * @param meaningless the members whose strings and numbers mean nothing, such as padding
 * @param usage the member that holds the figures; empty if the events have none
 * @param figures the members of it that change from event to event, and what each counts
 */
public record Repetition(
    String words, Set<String> meaningless, String usage, Map<String, Figure> figures) {

  /** Copies the collections. */
  public Repetition {
    meaningless = Set.copyOf(meaningless);
    figures = Map.copyOf(figures);
  }

  /** Events that differ in the string of one member, and in members that mean nothing. */
  public static Repetition of(String words, String... meaningless) {
    return new Repetition(words, Set.of(meaningless), "", Map.of());
  }

  /** The same for events that also hold figures. */
  public Repetition with(String usageMember, Map<String, Figure> changing) {
    return new Repetition(words, meaningless, usageMember, changing);
  }

  /** What a figure of usage counts; several of one kind are summed up. */
  public enum Figure {
    /** Tokens of the answer. */
    COMPLETION,
    /** All tokens. */
    TOTAL
  }
}
