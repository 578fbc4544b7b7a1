package io.sluice.cli.report;

import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.Message;
import io.sluice.chat.ToolCall;
import io.sluice.cli.settings.FlagKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is said of the tools that a model called, because the text of an answer does not show it.
 */
public final class CalledTools {
  /** The names that a line has room for. */
  private static final int MOST = 5;

  private CalledTools() {}

  /** The names of the tools in the order of their first calls; empty if none was called. */
  public static Optional<String> line(Completion completion) {
    List<String> names =
        completion.choices().stream()
            .map(Choice::message)
            .flatMap(CalledTools::calls)
            .map(ToolCall::name)
            .distinct()
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the model called " + list(names) + "; " + FlagKey.JSON.flag() + " shows the calls");
  }

  private static Stream<ToolCall> calls(Message message) {
    return Stream.concat(message.toolCalls().stream(), message.functionCall().stream());
  }

  private static String list(List<String> names) {
    if (names.size() > MOST) {
      return String.join(", ", names.subList(0, MOST)) + " and " + (names.size() - MOST) + " more";
    }
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
