package io.sluice.cli.log;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What can be done with the archive: a word after {@code sluice log}. Stateless. */
interface LogAction {
  /** The word that names the action behind {@code sluice log}. */
  String name();

  /** What follows the word, for the help; may be empty. */
  String operands();

  /** The purpose of the action, in one line. */
  String summary();

  /** The flags that mean something to it, beside those of every command. */
  Set<FlagKey> flags();

  /**
   * Runs the action.
   *
   * @param arguments what was given; read once, before anything is done
   * @param words what follows the word
   * @throws UsageException in one line, if it cannot be done as it was asked for
   */
  ExitCode run(Arguments arguments, List<String> words, Call call) throws IOException;

  /** Refuses words where none are taken. */
  static void refuse(List<String> words) {
    if (!words.isEmpty()) {
      throw Arguments.tooMany(words.get(0));
    }
  }
}
