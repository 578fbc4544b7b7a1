package io.sluice.cli.chat;

import io.sluice.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a line that begins with a slash asks for. */
enum SlashCommand {
  HELP("", "lists these commands"),
  MODEL("[NAME]", "shows the model, or goes on with another"),
  SYSTEM("[TEXT|-]", "shows the instructions, sets them, or removes them"),
  TEMPERATURE("[NUMBER|-]", "shows the temperature, sets it, or leaves it to the server"),
  ATTACH("[FILE|URL|-]", "adds to the next message, lists what it carries, or drops it"),
  RETRY("", "asks the last question again; its answer is forgotten"),
  UNDO("", "forgets the last question and its answer"),
  COPY("[code [WHICH]]", "copies the last answer, or a code block of it, to the clipboard"),
  SAVE("FILE", "writes the conversation into FILE: .json as a request, else as Markdown"),
  TOKENS("", "counts the conversation so far"),
  SINKS("", "lists the sinks that get each answer"),
  CLEAR("", "forgets the conversation and begins another"),
  EXIT("", "leaves, as Ctrl-D, /quit, /bye, and a lone exit or quit do");

  /** What people type who know other programs. */
  private static final Set<String> WORDS_TO_LEAVE = Set.of("exit", "quit");

  private static final Set<String> OTHERS_OF_EXIT = Set.of("/quit", "/bye");

  /** All of them, as they are typed. */
  static final List<String> NAMES = Arrays.stream(values()).map(SlashCommand::typed).toList();

  private final String argument;
  private final String summary;

  SlashCommand(String argument, String summary) {
    this.argument = argument;
    this.summary = summary;
  }

  /** The command as it is typed, such as {@code /help}. */
  String typed() {
    return "/" + name().toLowerCase(Locale.ROOT);
  }

  /** The command that a word names. */
  static Optional<SlashCommand> named(String word) {
    return OTHERS_OF_EXIT.contains(word)
        ? Optional.of(EXIT)
        : Arrays.stream(values()).filter(command -> command.typed().equals(word)).findFirst();
  }

  /** Whether a message without a slash asks to leave. */
  static boolean leaves(String message) {
    return WORDS_TO_LEAVE.contains(message.strip());
  }

  /** One line on a word that names none. */
  static String unknown(String word) {
    String near = near(word).collect(Collectors.joining(" or "));
    return "unknown command '"
        + word
        + "'; "
        + (near.isEmpty() ? "" : "did you mean " + near + "? ")
        + "/help lists them, and // begins a message with a slash";
  }

  /** The commands that begin with a word; if none does, the one that is most like it. */
  private static Stream<String> near(String word) {
    List<String> begun = NAMES.stream().filter(name -> name.startsWith(word)).toList();
    return begun.isEmpty() ? NearestName.of(word, NAMES).stream() : begun.stream();
  }

  /** All of them, a line each. */
  static String help() {
    String lines =
        Arrays.stream(values())
            .map(command -> command.typed() + " " + command.argument + "\t" + command.summary)
            .map(line -> String.format("  %-24s%s", (Object[]) line.split("\t", -1)))
            .collect(Collectors.joining("\n"));
    return lines
        + """

        A backslash at its end continues a line; \""" begins and ends several. Ctrl-G opens the line
        in $VISUAL or $EDITOR. Ctrl-C or Esc stops an answer and keeps what came; what you type
        meanwhile is the beginning of your next message. Ctrl-C twice or Ctrl-D leaves.\
        """;
  }
}
