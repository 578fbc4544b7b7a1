package io.sluice.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words that name a command where they stand first; any other word there begins a prompt. */
final class Reserved {
  private static final Set<String> LATER = Set.of("config", "completion");

  private Reserved() {}

  /** The commands there are, in the order in which help lists them. */
  static List<Command> commands() {
    return List.of(
        new AskCommand(),
        new ChatCommand(),
        new InspectCommand(),
        new CompareCommand(),
        new ReplayCommand(),
        new SseCommand(),
        new TokensCommand(),
        new SimulateCommand(),
        new SinksCommand(),
        new LogCommand());
  }

  /**
   * The command of that name.
   *
   * @throws UsageException if the word is kept for a command that does not exist yet
   */
  static Optional<Command> command(String word) {
    if (LATER.contains(word)) {
      throw new UsageException(
          "'"
              + word
              + "' is not part of this version; to send the word as a prompt: sluice ask "
              + word);
    }
    return commands().stream().filter(command -> command.name().equals(word)).findFirst();
  }
}
