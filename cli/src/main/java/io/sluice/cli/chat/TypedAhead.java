package io.sluice.cli.chat;

import io.sluice.cli.terminal.Ticker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The keys that are typed while an answer streams, up to 64 KiB. A lone Esc stops the answer. An
 * arrow or another key that is sent as a sequence begins with the same byte; hence Esc counts when
 * nothing has followed it for {@value #LOOKS_OF_ESCAPE} looks. Thread-safe.
 */
final class TypedAhead implements AutoCloseable {
  private static final int LOOKS_OF_ESCAPE = 3;
  private static final int LONGEST = 64 * 1024;
  private static final int ESCAPE = 0x1b;

  private final InputStream keys;
  private final Ticker ticker;
  private final Runnable onEscape;
  private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
  private boolean escapeIsLast;
  private int quietLooks;

  /**
   * Keys not looked at yet.
   *
   * @param keys the terminal, in a mode in which each key can be read at once
   * @param ticker decides when to look
   * @param onEscape what Esc does, once for each time it is pressed
   */
  TypedAhead(InputStream keys, Ticker ticker, Runnable onEscape) {
    this.keys = keys;
    this.ticker = ticker;
    this.onEscape = onEscape;
  }

  /** Begins to look for keys. */
  void start() {
    ticker.start(this::look);
  }

  /** What was typed so far, as text. */
  synchronized String text() {
    return TypedText.of(typed.toByteArray());
  }

  /** Looks for the last time. */
  @Override
  public void close() {
    ticker.close();
    read();
  }

  private void look() {
    if (read()) {
      onEscape.run();
    }
  }

  /** Whether Esc was pressed. */
  private synchronized boolean read() {
    try {
      int waiting = keys.available();
      byte[] read = keys.readNBytes(waiting);
      typed.write(read, 0, Math.min(read.length, LONGEST - typed.size()));
      if (read.length > 0) {
        escapeIsLast = read[read.length - 1] == ESCAPE;
        quietLooks = 0;
      }
    } catch (IOException gone) {
      // The next question finds that the terminal is gone.
      return false;
    }
    boolean pressed = escapeIsLast && ++quietLooks > LOOKS_OF_ESCAPE;
    if (pressed) {
      escapeIsLast = false;
      forgetLast();
    }
    return pressed;
  }

  /** Else the next key would be taken for the rest of a sequence. */
  private void forgetLast() {
    byte[] all = typed.toByteArray();
    typed.reset();
    typed.write(all, 0, Math.max(0, all.length - 1));
  }
}
