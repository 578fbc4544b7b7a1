package io.sluice.cli.log;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.cli.archive.ConversationMarkdown;
import io.sluice.sinks.sqlite.ArchivedRun;
import io.sluice.stream.Failure;
import io.sluice.stream.Status;
import io.sluice.text.Printable;
import java.util.List;
import java.util.Optional;

/**
 * A conversation as Markdown, run by run: what was new in each request, and the answer. Control
 * characters are made harmless. Mutable; for one conversation.
 */
final class ConversationPage {
  private Optional<Message> instructions = Optional.empty();
  private String gap = "";

  /** The Markdown of the next run, with a blank line before it if it is not the first. */
  String next(ArchivedRun run) {
    var text = new ConversationMarkdown();
    asked(run, text);
    text.turn(Role.ASSISTANT.value(), Printable.text(run.answer()));
    if (!run.status().equals(Status.COMPLETED.word())) {
      text.mark(Printable.text(ending(run)));
    }
    String before = gap;
    gap = "\n";
    return before + text.text();
  }

  private void asked(ArchivedRun run, ConversationMarkdown text) {
    List<Message> turns = latest(run.open().request().map(ChatRequest::messages).orElse(List.of()));
    // Of a turn made of parts the archive has the texts.
    boolean plain = turns.stream().allMatch(turn -> turn.content().isPresent());
    if (turns.isEmpty() || !plain) {
      text.turn(Role.USER.value(), Printable.text(run.asked()));
      return;
    }
    for (Message turn : turns) {
      if (!isKnown(turn)) {
        text.turn(turn.role().value(), Printable.text(turn.content().orElse("")));
      }
    }
  }

  /** Every request repeats the instructions. */
  private boolean isKnown(Message turn) {
    boolean instructs = turn.role().equals(Role.SYSTEM) || turn.role().equals(Role.DEVELOPER);
    boolean known = instructs && instructions.filter(turn::equals).isPresent();
    if (instructs) {
      instructions = Optional.of(turn);
    }
    return known;
  }

  private static List<Message> latest(List<Message> turns) {
    int from = turns.size();
    while (from > 0 && !turns.get(from - 1).role().equals(Role.ASSISTANT)) {
      from--;
    }
    return turns.subList(from, turns.size());
  }

  private static String ending(ArchivedRun run) {
    String status = run.status().replace('_', ' ');
    Optional<String> why = run.end().flatMap(end -> end.failure()).map(Failure::message);
    return why.map(reason -> status + ": " + reason).orElse(status);
  }
}
