package io.sluice.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A shell that changes the modes of the controlling terminal with {@code stty}, and restores them
 * when it is closed or when this process is gone, however it ended. It changes nothing while
 * another job has the terminal. Its methods wait for the shell, without a limit. For one thread.
 */
final class ModeShell implements AutoCloseable {
  /**
   * The signals of the keyboard reach it too, but it ends with its input. Where echo is off
   * already, another program cares for the modes, and would restore them in another order.
   */
  private static final String SCRIPT =
      """
      trap '' INT QUIT TSTP HUP TERM
      exec 3</dev/tty || exit
      ours() {
        if [ -r /proc/$$/stat ]; then
          read -r stat </proc/$$/stat
          set -- ${stat##*) }
          [ "$3" = "$6" ]
        else
          case $(ps -o stat= -p $$) in *+*) ;; *) false ;; esac
        fi
      }
      # Whether the parent has stopped, or no shell is there that could let it go on.
      stopped() {
        [ -r /proc/$PPID/stat ] || return 0
        read -r stat </proc/$PPID/stat
        case ${stat##*) } in T*) return 0 ;; esac
        above=$PPID
        while read -r stat </proc/$above/stat; do
          set -- ${stat##*) }
          [ "$above" != $PPID ] || { group=$3; session=$4; }
          [ "$3" = "$group" ] || break
          above=$2
        done 2>/dev/null
        [ "$4" != "$session" ] || [ "$3" = "$group" ]
      }
      ours || exit
      case " $(stty -a <&3) " in *[!a-z]-echo[!a-z]*) exit ;; esac
      before=$(stty -g <&3) || exit
      stty "$@" <&3
      here=$(stty -g <&3)
      away=
      echo
      while read -r word; do
        if ours; then
          case $word in
            lend) here=$(stty -g <&3); stty "$before" <&3; away=1 ;;
            stop) kill -TSTP $PPID; tries=0
              until stopped || [ $tries = 20000 ]; do tries=$((tries + 1)); done ;;
            reclaim) stty "$here" <&3; away= ;;
          esac
        fi
        echo
      done
      [ -n "$away" ] || ! ours || stty "$before" <&3
      """;

  private final Process process;
  private final OutputStream words;
  private final BufferedReader done;

  private ModeShell(Process process) {
    this.process = process;
    this.words = process.getOutputStream();
    this.done = process.inputReader(StandardCharsets.US_ASCII);
  }

  /**
   * Sets modes, as {@code stty} names them, and returns when they are set.
   *
   * @throws IOException if there is no shell
   */
  static ModeShell set(String... modes) throws IOException {
    String[] command = new String[4 + modes.length];
    command[0] = "sh";
    command[1] = "-c";
    command[2] = SCRIPT;
    command[3] = "sluice-modes";
    System.arraycopy(modes, 0, command, 4, modes.length);
    var shell =
        new ModeShell(
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    shell.awaitDone();
    return shell;
  }

  /** Sets the modes that there were before, for another program that uses the terminal. */
  void lend() {
    say("lend");
  }

  /** Stops this process, as Ctrl-Z does where no program minds; returns when it goes on. */
  void stop() {
    say("stop");
  }

  /** Sets the modes again that {@link #lend} found. */
  void reclaim() {
    say("reclaim");
  }

  /** Sets the modes that there were before. */
  @Override
  public void close() {
    try {
      words.close();
      process.waitFor();
    } catch (IOException gone) {
      // It has ended already.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String word) {
    try {
      words.write((word + "\n").getBytes(StandardCharsets.US_ASCII));
      words.flush();
      awaitDone();
    } catch (IOException gone) {
      // It found nothing to change, and has ended.
    }
  }

  /** It says a line when it has done what it was told; none comes from one that has ended. */
  private void awaitDone() throws IOException {
    done.readLine();
  }
}
