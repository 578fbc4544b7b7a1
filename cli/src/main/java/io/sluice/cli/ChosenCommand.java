package io.sluice.cli;

import io.sluice.cli.ask.AskCommand;
import io.sluice.cli.chat.ChatCommand;
import io.sluice.cli.command.Command;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Terminals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The command that arguments ask for. It is named by the first word, which may stand behind its
 * flags; what names none is a prompt for {@code ask}. Without any word, a person at a terminal gets
 * {@code chat}.
 *
 * @param command the command
 * @param spec its flags, which are read once, since that takes a good part of the start
 * @param arguments what is left for it: flags and words
 */
record ChosenCommand(Command command, CommandSpec spec, List<String> arguments) {
  /**
   * Flags that chat has, but that do not ask for a conversation; a named prompt may be a question.
   */
  private static final Set<String> NO_CHAT =
      Stream.of(FlagKey.HELP, FlagKey.PROMPT)
          .flatMap(flag -> flag.names().stream())
          .collect(Collectors.toUnmodifiableSet());

  ChosenCommand {
    arguments = List.copyOf(arguments);
  }

  /**
   * Reads the arguments of {@code sluice}.
   *
   * @param folder the working folder
   * @throws UsageException if a prompt rather looks like a command that was mistyped
   */
  static ChosenCommand of(List<String> args, Terminals terminals, Path folder) {
    String beginning = args.isEmpty() ? "" : args.get(0);
    if (FlagKey.VERSION.names().contains(beginning)) {
      return of(new VersionCommand(), List.of());
    }
    if (FlagKey.HELP.names().contains(beginning)) {
      return help(args);
    }
    Optional<Command> named = Commands.command(beginning);
    return named.isPresent()
        ? of(named.get(), args.subList(1, args.size()))
        : behindFlags(args, terminals, folder);
  }

  private static ChosenCommand of(Command command, List<String> arguments) {
    return new ChosenCommand(command, command.spec(), arguments);
  }

  private static ChosenCommand behindFlags(List<String> args, Terminals terminals, Path folder) {
    var ask = new AskCommand();
    CommandSpec usual = ask.spec();
    var words = RawArguments.of(args, usual);
    if (words.words().isEmpty()) {
      return of(withoutWords(words, terminals), args);
    }
    Optional<Command> named = words.first().flatMap(Commands::command);
    if (named.isPresent()) {
      List<String> rest = new ArrayList<>(args);
      rest.remove(words.places().get(0).intValue());
      return of(named.get(), rest);
    }
    MistypedCommand.refuse(args, words, folder);
    return new ChosenCommand(ask, usual, args);
  }

  /**
   * {@code sluice --help}, and {@code sluice --help replay}; what else stands there is passed over.
   */
  private static ChosenCommand help(List<String> args) {
    Optional<Command> named =
        RawArguments.of(args, new AskCommand().spec()).first().flatMap(Commands::command);
    return of(new HelpCommand(), named.map(Command::name).stream().toList());
  }

  /** Nothing to send was typed: a person may type it now, and a pipe may hold it. */
  private static Command withoutWords(RawArguments words, Terminals terminals) {
    if (!terminals.in()) {
      return new AskCommand();
    }
    if (words.flags().isEmpty() && !terminals.out()) {
      return new HelpCommand();
    }
    var chat = new ChatCommand();
    return terminals.out() && areFlagsOf(chat, words) ? chat : new AskCommand();
  }

  private static boolean areFlagsOf(Command command, RawArguments words) {
    CommandSpec spec = command.spec();
    return words.flags().stream()
        .allMatch(flag -> spec.findOption(flag) != null && !NO_CHAT.contains(flag));
  }
}
