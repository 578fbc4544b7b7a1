package io.sluice.cli.log;

import io.sluice.cli.archive.ShortIds;
import io.sluice.cli.terminal.StandardOutput;
import io.sluice.json.JsonWriter;
import io.sluice.sinks.sqlite.ConversationSummary;
import java.io.IOException;
import java.time.Instant;

/** Prints conversations, a line each, until enough are printed. Mutable; for one listing. */
final class ConversationLines {
  private static final int TURNS = 9;

  private final ListOptions options;
  private final ListLines lines;
  private final Instant now = Instant.now();
  private int seen;

  ConversationLines(ListOptions options, ListLines lines) {
    this.options = options;
    this.lines = lines;
  }

  /** How many there were, printed or not. */
  int seen() {
    return seen;
  }

  void print(ConversationSummary conversation, ShortIds ids, StandardOutput out)
      throws IOException {
    seen++;
    if (seen <= options.limit()) {
      out.print(options.json() ? json(conversation) : line(conversation, ids));
    }
  }

  private String line(ConversationSummary conversation, ShortIds ids) {
    String name = conversation.name();
    int runs = conversation.runs();
    return lines.line(
        conversation.question(),
        ListLines.name(lines.fitted() ? ids.shortened(name) : name, lines.share(5, 6, 22)),
        lines.column(runs + (runs == 1 ? " turn" : " turns"), TURNS),
        lines.time(conversation.newest(), now));
  }

  private static String json(ConversationSummary conversation) {
    return JsonWriter.object(
            text ->
                text.field("conversation", conversation.name())
                    .field("turns", conversation.runs())
                    .field("newest", conversation.newest().toString())
                    .field("asked", conversation.question()))
        + "\n";
  }
}
