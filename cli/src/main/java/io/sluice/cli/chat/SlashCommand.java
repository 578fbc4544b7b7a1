package io.sluice.cli.chat;

import io.sluice.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a line that begins with a slash asks for. */
enum SlashCommand {
  HELP("", "lists these commands"),
  MODEL("[NAME]", "shows the model, or goes on with another"),
  SYSTEM("[TEXT|-]", "shows the instructions, sets them, or removes them"),
  TEMPERATURE("[NUMBER|-]", "shows the temperature, sets it, or leaves it to the server"),
  RETRY("", "asks the last question again; its answer is forgotten"),
  SAVE("FILE", "writes the conversation into FILE: .json as a request, else as Markdown"),
  TOKENS("", "counts the conversation so far"),
  SINKS("", "lists the sinks that get each answer"),
  CLEAR("", "forgets the conversation and begins another"),
  EXIT("", "leaves, as Ctrl-D does");

  /** All of them, as they are typed. */
  static final List<String> NAMES = Arrays.stream(values()).map(SlashCommand::typed).toList();

  private final String argument;
  private final String summary;

  SlashCommand(String argument, String summary) {
    this.argument = argument;
    this.summary = summary;
  }

  /** Such as {@code /help}. */
  String typed() {
    return "/" + name().toLowerCase(Locale.ROOT);
  }

  /** The command that a word names. */
  static Optional<SlashCommand> named(String word) {
    return Arrays.stream(values()).filter(command -> command.typed().equals(word)).findFirst();
  }

  /** One line on a word that names none. */
  static String unknown(String word) {
    String nearest =
        NearestName.of(word, NAMES).map(known -> "did you mean " + known + "? ").orElse("");
    return "unknown command '"
        + word
        + "'; "
        + nearest
        + "/help lists them, and // begins a message with a slash";
  }

  /** All of them, a line each. */
  static String help() {
    String lines =
        Arrays.stream(values())
            .map(command -> command.typed() + " " + command.argument + "\t" + command.summary)
            .map(line -> String.format("  %-24s%s", (Object[]) line.split("\t", -1)))
            .collect(Collectors.joining("\n"));
    return lines
        + "\nA backslash at its end continues a line; \"\"\" begins and ends several. Ctrl-C stops\n"
        + "an answer and keeps what came; Ctrl-C twice or Ctrl-D leaves.";
  }
}
