package io.sluice.cli.archive;

import java.util.Locale;

/** Writes a conversation as Markdown, turn by turn. Mutable; for one thread. */
public final class ConversationMarkdown {
  private final StringBuilder text = new StringBuilder();

  /** Adds what that role said, such as {@code user}. */
  public void turn(String role, String said) {
    String heading =
        role.isEmpty() ? role : role.substring(0, 1).toUpperCase(Locale.ROOT) + role.substring(1);
    text.append(text.length() == 0 ? "## " : "\n## ").append(heading).append("\n\n");
    text.append(said.strip()).append('\n');
  }

  /** Says that the answer added last is not whole, in a word such as {@code stopped}. */
  public void mark(String status) {
    text.append("\n*[").append(status).append("]*\n");
  }

  /** All of it, with a line break at the end; empty if nothing was said. */
  public String text() {
    return text.toString();
  }
}
