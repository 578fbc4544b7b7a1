package io.sluice.cli.chat;

import io.sluice.cli.terminal.Keyboard;
import java.io.IOException;

/** Where the messages of a conversation come from. For one thread. */
interface ChatInput extends AutoCloseable {
  /**
   * Waits for the next message.
   *
   * @throws IOException if there is nothing to be read from any more
   */
  Heard next() throws IOException;

  /**
   * Tells that an answer streams until the result is closed. What is typed meanwhile becomes the
   * beginning of the next message.
   *
   * @param stop stops the answer; called by another thread
   */
  Keyboard.Hold answering(Runnable stop);

  @Override
  void close() throws IOException;

  /**
   * One input of a person: a message, Ctrl-C or the end.
   *
   * @param kind what it is
   * @param text the message; empty for anything else
   */
  record Heard(Kind kind, String text) {
    static Heard message(String text) {
      return new Heard(Kind.MESSAGE, text);
    }

    static Heard interrupt() {
      return new Heard(Kind.INTERRUPT, "");
    }

    static Heard end() {
      return new Heard(Kind.END, "");
    }
  }

  /** What a person, or a pipe, may do. */
  enum Kind {
    MESSAGE,
    /** Ctrl-C. */
    INTERRUPT,
    /** Ctrl-D, or the end of what is piped in. */
    END
  }
}
