package io.sluice.cli.log;

import io.sluice.cli.command.Call;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * The stdin of a pager, which starts with the first byte, so that there is none for nothing. From
 * then on an interrupt is the pager's alone: there it ends a search, not the reading. Mutable; for
 * one thread.
 */
final class PagerOutput extends OutputStream {
  /**
   * Has the text shown all the same if there is no such program, or it cannot be run. An interrupt
   * must not end the shell before the pager: the command would then take it for its own.
   */
  private static final String SCRIPT =
      "trap : INT; eval \"$1\"; code=$?; case $code in 126|127) cat;; esac; exit $code";

  private static final int NOT_RUN = 126;

  /** For less: end if all fits on a screen, pass colours on, leave the text where it was. */
  private static final Map<String, String> HABITS = Map.of("LESS", "FRX", "LV", "-c");

  private final String program;
  private final Call call;
  private Optional<Process> started = Optional.empty();

  PagerOutput(String program, Call call) {
    this.program = program;
    this.call = call;
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (started.isEmpty()) {
      started = Optional.of(start());
    }
    OutputStream in = started.get().getOutputStream();
    try {
      in.write(bytes, offset, length);
      in.flush();
    } catch (IOException ended) {
      throw new ReaderLeft(ended);
    }
  }

  /** Waits, without a limit, for a person who reads. */
  @Override
  public void close() {
    if (started.isEmpty()) {
      return;
    }
    Process pager = started.get();
    try {
      pager.getOutputStream().close();
    } catch (IOException ended) {
      // It has what it wanted.
    }
    try {
      tell(pager.waitFor());
    } catch (InterruptedException stopped) {
      pager.destroy();
      Thread.currentThread().interrupt();
    }
  }

  private Process start() throws IOException {
    var builder =
        new ProcessBuilder("sh", "-c", SCRIPT, "sh", program)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    HABITS.forEach(builder.environment()::putIfAbsent);
    // For good: one may be heard here only after the pager has ended, and nothing follows it.
    call.interruption().askUntilInterruptedBy(() -> {});
    return builder.start();
  }

  private void tell(int code) {
    if (code == NOT_RUN || code == NOT_RUN + 1) {
      call.notices()
          .notice("PAGER is '" + program + "', which cannot be run; name another program");
    }
  }

  /** The person has left the pager before the end of the text. */
  static final class ReaderLeft extends IOException {
    private static final long serialVersionUID = 1;

    ReaderLeft(IOException cause) {
      super(cause);
    }
  }
}
