package io.sluice.cli;

import static java.util.Map.entry;

import io.sluice.cli.command.Command;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.UsageException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Tells a prompt from a command that was mistyped. A prompt is sent to a server, which may cost
 * money, so a single word that is close to a command is not taken for one; nor are several words if
 * what follows the first one is what that command takes.
 */
final class MistypedCommand {
  /** What other programs, and people, call the commands. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          entry("history", "log"),
          entry("archive", "log"),
          entry("list", "log"),
          entry("settings", "config"),
          entry("setup", "config"),
          entry("init", "config"),
          entry("keys", "config"),
          entry("auth", "config"),
          entry("login", "config"),
          entry("server", "serve"),
          entry("gateway", "serve"),
          entry("proxy", "serve"),
          entry("simulator", "simulate"),
          entry("simulation", "simulate"),
          entry("comparison", "compare"),
          entry("tokenize", "tokens"),
          entry("tokenizer", "tokens"),
          entry("plugin", "plugins"),
          entry("repl", "chat"),
          entry("conversation", "chat"),
          entry("session", "chat"),
          entry("usage", "help"),
          entry("man", "help"),
          entry("commands", "help"),
          entry("uninstall", "install"));

  private static final Pattern MARKS = Pattern.compile("^/+|[?!.]+$");
  private static final Pattern PLAIN = Pattern.compile("[\\w./:=@%+,-]+");
  private static final int SHORTEST = 2;

  private MistypedCommand() {}

  /**
   * Returns if the words are a prompt.
   *
   * @throws UsageException if they rather look like a mistyped command
   */
  static void refuse(List<String> args, RawArguments words, Path folder) {
    String first = words.first().orElse("");
    List<Command> meant =
        close(first).filter(command -> suits(command, words, folder)).collect(Collectors.toList());
    if (!meant.isEmpty()) {
      throw new UsageException(
          "'"
              + first
              + "' is no command; did you mean "
              + names(meant)
              + "?"
              + asking(args, words));
    }
  }

  /** The commands that a word is close to. */
  private static Stream<Command> close(String typed) {
    String word = MARKS.matcher(typed.strip()).replaceAll("").toLowerCase(Locale.ROOT);
    if (word.length() < SHORTEST) {
      return Stream.of();
    }
    String known = OTHER_NAMES.getOrDefault(word, word);
    return Commands.commands().stream()
        .filter(command -> command.name().startsWith(known) || isOneEdit(known, command.name()));
  }

  /**
   * Whether one letter too many, too few, wrong, or swapped with its neighbour makes the
   * difference.
   */
  private static boolean isOneEdit(String typed, String name) {
    int shorter = Math.min(typed.length(), name.length());
    int front = 0;
    while (front < shorter && typed.charAt(front) == name.charAt(front)) {
      front++;
    }
    int back = 0;
    while (back < shorter - front
        && typed.charAt(typed.length() - 1 - back) == name.charAt(name.length() - 1 - back)) {
      back++;
    }
    String wrong = typed.substring(front, typed.length() - back);
    String right = name.substring(front, name.length() - back);
    boolean isSwapped =
        wrong.length() == 2 && new StringBuilder(wrong).reverse().toString().equals(right);
    return isSwapped || Math.max(wrong.length(), right.length()) <= 1;
  }

  private static boolean suits(Command command, RawArguments words, Path folder) {
    CommandSpec spec = command.spec();
    return words.words().size() == 1
        || words.flags().stream().anyMatch(flag -> isForeign(flag) && spec.findOption(flag) != null)
        || spec.positionalParameters().stream()
            .anyMatch(taken -> takes(taken, words.words().get(1), folder));
  }

  private static boolean takes(PositionalParamSpec taken, String word, Path folder) {
    if (taken.completionCandidates() != null) {
      for (String known : taken.completionCandidates()) {
        if (known.equals(word)) {
          return true;
        }
      }
    }
    return Flag.isFile(taken) && (word.equals("-") || isThere(folder, word));
  }

  private static boolean isThere(Path folder, String word) {
    try {
      return Files.exists(folder.resolve(word));
    } catch (InvalidPathException text) {
      return false;
    }
  }

  private static boolean isForeign(String flag) {
    return Commands.commands().get(0).spec().findOption(flag) == null;
  }

  /** As in 'a', 'b' or 'c'. */
  private static String names(List<Command> commands) {
    List<String> names = commands.stream().map(command -> "'" + command.name() + "'").toList();
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }

  /** How to send it all the same, if it can be sent. */
  private static String asking(List<String> args, RawArguments words) {
    if (words.flags().stream().anyMatch(MistypedCommand::isForeign)) {
      return "";
    }
    return " to ask the model: sluice ask "
        + args.stream().map(MistypedCommand::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
