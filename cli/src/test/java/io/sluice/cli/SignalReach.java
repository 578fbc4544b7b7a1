package io.sluice.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts children so that an interrupt reaches them. A shell lets what runs in its background
 * ignore SIGINT, children inherit that, and a JVM that was started so never installs its handler.
 */
final class SignalReach {
  private static final List<List<String>> WAYS =
      List.of(
          List.of(),
          List.of("env", "--default-signal=INT"),
          List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec { $ARGV[0] } @ARGV"),
          List.of(
              "python3",
              "-c",
              """
              import os, signal, sys
              signal.signal(signal.SIGINT, signal.SIG_DFL)
              os.execvp(sys.argv[1], sys.argv[1:])
              """));

  /** What Java makes of a process that SIGINT has ended. */
  private static final int INTERRUPTED = 128 + 2;

  /** What stands before a command so that it can be interrupted; absent if nothing here helps. */
  private static final Optional<List<String>> BEFORE =
      WAYS.stream().filter(SignalReach::works).findFirst();

  private SignalReach() {}

  /** The command, behind what it needs to be interrupted. The process is that of the command. */
  static List<String> of(List<String> command) {
    List<String> all = new ArrayList<>(BEFORE.orElse(List.of()));
    all.addAll(command);
    return all;
  }

  /** Skips a test that interrupts a child where that cannot reach it. */
  static void assume() {
    assumeTrue(
        BEFORE.isPresent(),
        "SIGINT is ignored here, as in a script's background, and there is no env of GNU, perl or"
            + " python3 to change that for a child");
  }

  private static boolean works(List<String> before) {
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of("sh", "-c", "kill -INT $$"));
    try {
      return new ProcessBuilder(command).start().waitFor() == INTERRUPTED;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
