package io.sluice.cli.plugins;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What can be done with plugins: a word after {@code sluice plugins}. Stateless. */
interface PluginsAction {
  /** The word. */
  String name();

  /** What follows the word, for the help; may be empty. */
  String operands();

  /** What it does, in one line. */
  String summary();

  /** The flags that mean something to it, beside those of every command. */
  default Set<FlagKey> flags() {
    return Set.of();
  }

  /**
   * Does it.
   *
   * @param arguments what was given; read once, before anything is done
   * @param words what follows the word
   * @throws UsageException in one line, if it cannot be done as it was asked for
   */
  ExitCode run(Arguments arguments, List<String> words, Call call) throws IOException;

  /**
   * The one word that an action takes.
   *
   * @param what what it stands for, such as {@code FILE}
   * @throws UsageException if it is missing, or if there are more
   */
  default String only(List<String> words, String what) {
    if (words.isEmpty()) {
      throw new UsageException("plugins " + name() + " needs a " + what + "; name one");
    }
    if (words.size() > 1) {
      throw Arguments.tooMany(words.get(1));
    }
    return words.get(0);
  }
}
