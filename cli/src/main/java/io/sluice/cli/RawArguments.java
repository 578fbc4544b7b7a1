package io.sluice.cli;

import io.sluice.cli.command.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The arguments of {@code sluice} before it is known which command they are for: flags, by what any
 * command declares of them, and words.
 *
 * @param flags the names of the flags in front of {@code --}, as they were typed, without values
 * @param places where in the arguments the words stand
 * @param words the arguments that are neither flags nor values of flags
 * @param isPrompt whether {@code --} stands before the first word, so that it names no command
 */
record RawArguments(
    List<String> flags, List<Integer> places, List<String> words, boolean isPrompt) {
  private static final String LAST_FLAG = "--";

  RawArguments {
    flags = List.copyOf(flags);
    places = List.copyOf(places);
    words = List.copyOf(words);
  }

  /**
   * Tells flags from words.
   *
   * @param usual the flags of the command that is meant if none is named
   */
  static RawArguments of(List<String> args, CommandSpec usual) {
    if (args.stream().noneMatch(argument -> argument.startsWith("-"))) {
      List<Integer> all = IntStream.range(0, args.size()).boxed().toList();
      return new RawArguments(List.of(), all, args, false);
    }
    return behindFlags(args, usual);
  }

  private static RawArguments behindFlags(List<String> args, CommandSpec usual) {
    List<String> flags = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    int end = args.indexOf(LAST_FLAG) < 0 ? args.size() : args.indexOf(LAST_FLAG);
    for (int i = 0; i < end; i++) {
      String argument = args.get(i);
      if (!argument.startsWith("-") || argument.length() == 1) {
        places.add(i);
      } else if (argument.startsWith("--")) {
        i += readLong(argument, flags, usual);
      } else {
        i += readLetters(argument, flags, usual);
      }
    }
    boolean isPrompt = places.isEmpty() && end + 1 < args.size();
    for (int i = end + 1; i < args.size(); i++) {
      places.add(i);
    }
    return new RawArguments(flags, places, places.stream().map(args::get).toList(), isPrompt);
  }

  /** The first word, if one may name a command. */
  Optional<String> first() {
    return isPrompt || words.isEmpty() ? Optional.empty() : Optional.of(words.get(0));
  }

  /**
   * Reads {@code --flag} or {@code --flag=value}. Returns how many of the next arguments belong to
   * it.
   */
  private static int readLong(String argument, List<String> flags, CommandSpec usual) {
    String name = argument.replaceFirst("(?s)=.*", "");
    flags.add(name);
    return name.length() == argument.length() && takesValue(name, usual) ? 1 : 0;
  }

  /** Reads {@code -q}, {@code -qu}, {@code -m gpt} or {@code -mgpt}. Returns the same. */
  private static int readLetters(String argument, List<String> flags, CommandSpec usual) {
    for (int i = 1; i < argument.length(); i++) {
      String name = "-" + argument.charAt(i);
      flags.add(name);
      if (takesValue(name, usual)) {
        return i + 1 == argument.length() ? 1 : 0;
      }
    }
    return 0;
  }

  /** A flag takes a value in every command that has it, or in none; most are those of the first. */
  private static boolean takesValue(String flag, CommandSpec usual) {
    OptionSpec option = usual.findOption(flag);
    for (Command command : option == null ? Commands.commands() : List.<Command>of()) {
      option = option == null ? command.spec().findOption(flag) : option;
    }
    return option != null && option.arity().max() > 0;
  }
}
