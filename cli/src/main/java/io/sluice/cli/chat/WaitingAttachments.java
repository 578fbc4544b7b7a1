package io.sluice.cli.chat;

import io.sluice.cli.prompt.Attachment;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardStreams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The files and URLs that wait for the next message of a chat. Mutable; for one thread. */
final class WaitingAttachments {
  /** So many may wait, because they are kept in memory. */
  private static final int MOST = 10;

  private final List<Attachment> waiting = new ArrayList<>();

  /**
   * Reads a file, or notes a URL, and has it wait; returns the line that says so.
   *
   * @throws UsageException in one line, if it cannot be attached or too many wait already
   * @throws io.sluice.settings.SettingsException in one line, if there is no such file
   */
  String add(String name, StandardStreams streams) throws IOException {
    if (waiting.size() == MOST) {
      throw new UsageException(
          MOST + " attachments wait already; send a message, or drop them with /attach -");
    }
    var added = Attachment.read(name, streams);
    waiting.add(added);
    return "the next message carries " + added.description();
  }

  /** The line that lists them. */
  String list() {
    return waiting.isEmpty()
        ? "the next message carries no attachment; /attach FILE adds one"
        : "the next message carries "
            + waiting.stream().map(Attachment::description).collect(Collectors.joining(", "))
            + "; /attach - drops "
            + (waiting.size() == 1 ? "it" : "them");
  }

  /** The question of these words with all that wait; they wait until {@link #drop}. */
  Question question(String text) {
    return new Question(text, waiting);
  }

  /** Drops all attachments that wait. */
  void drop() {
    waiting.clear();
  }
}
