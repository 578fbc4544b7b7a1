package io.sluice.dialects.anthropic;

import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conversation in Anthropic's form: the system's text apart, then turns of user and assistant
 * alternately, with the results of tools in the user's.
 *
 * @param system the system's text, if there is any
 * @param turns the turns, never two of one role in a row
 */
record Turns(Optional<Json> system, List<Turn> turns) {

  Turns {
    turns = List.copyOf(turns);
  }

  /**
   * Sorts messages into turns.
   *
   * @throws IllegalArgumentException with a one-line message that names the message, counted from 1
   */
  static Turns of(List<Message> messages) {
    List<Json> system = new ArrayList<>();
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      try {
        if (isSystem(message)) {
          refuseBehind(turns);
          system.addAll(Content.of(message));
        } else {
          add(turns, side(message.role()), Content.of(message));
        }
      } catch (IllegalArgumentException inexpressible) {
        throw new IllegalArgumentException(
            "message " + (i + 1) + ": " + inexpressible.getMessage(), inexpressible);
      }
    }
    return new Turns(
        system.isEmpty() ? Optional.empty() : Optional.of(Turn.content(system)), turns);
  }

  /** An answer without content that can be sent again makes no turn. */
  private static void add(List<Turn> turns, String role, List<Json> content) {
    if (content.isEmpty() && role.equals(Role.ASSISTANT.value())) {
      return;
    }
    int last = turns.size() - 1;
    if (last >= 0 && turns.get(last).role().equals(role)) {
      turns.set(last, turns.get(last).and(content));
    } else {
      turns.add(new Turn(role, content));
    }
  }

  private static boolean isSystem(Message message) {
    return message.role().equals(Role.SYSTEM) || message.role().equals(Role.DEVELOPER);
  }

  private static void refuseBehind(List<Turn> turns) {
    if (!turns.isEmpty()) {
      throw new IllegalArgumentException(
          "the system speaks behind others, which Anthropic cannot be told; put it first");
    }
  }

  private static String side(Role role) {
    if (role.equals(Role.USER) || role.equals(Role.TOOL)) {
      return Role.USER.value();
    }
    if (role.equals(Role.ASSISTANT)) {
      return Role.ASSISTANT.value();
    }
    throw new IllegalArgumentException(
        "role '" + role + "' is none of Anthropic's; use system, user, assistant or tool");
  }
}
