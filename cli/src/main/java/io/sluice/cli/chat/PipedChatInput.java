package io.sluice.cli.chat;

import io.sluice.cli.command.SilentStdin;
import io.sluice.cli.command.TextBytes;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Keyboard;
import io.sluice.cli.terminal.Notices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Messages that are piped in, a line each. */
final class PipedChatInput implements ChatInput {
  private static final int LONGEST = 16 * 1024 * 1024;

  private final InputStream in;
  private final Notices notices;
  private final SilentStdin silent;
  private final TextBytes text = new TextBytes("stdin");
  private boolean begun;

  /** Reads {@code in}, which is buffered; says so with {@code notices} if nothing comes. */
  PipedChatInput(InputStream in, Notices notices) {
    this.in = in;
    this.notices = notices;
    this.silent = SilentStdin.watch(notices, "reading questions from stdin, one a line");
  }

  @Override
  public Heard next() throws IOException {
    String written = line();
    if (written == null) {
      return ended();
    }
    begun = true;
    while (MessageLines.goesOn(written)) {
      String more = line();
      if (more == null) {
        break;
      }
      written = written + "\n" + more;
      checked(written.length());
    }
    return Heard.message(MessageLines.message(written));
  }

  /** A pipe keeps what is written into it. */
  @Override
  public Keyboard.Hold answering(Runnable stop) {
    return () -> {};
  }

  /** Standard input is not ours to close. */
  @Override
  public void close() {
    silent.close();
  }

  private Heard ended() {
    if (!begun) {
      notices.notice("stdin held no question; pipe in one a line");
    }
    return Heard.end();
  }

  private @Nullable String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      line.write(next);
      if (next == '\n') {
        break;
      }
      checked(line.size());
    }
    silent.close();
    if (line.size() == 0) {
      return null;
    }
    String read = text.next(line.toByteArray(), line.size());
    return read.endsWith("\n") ? read.substring(0, read.length() - 1) : read;
  }

  private static void checked(int length) {
    if (length > LONGEST) {
      throw new UsageException("a message is longer than 16 MiB; send less at once");
    }
  }
}
